/** The closed vocabularies. Each id is used as it stands in JSON, in the database and in docs. */

export const ATTACK_TYPES = [
  'ransomware',
  'extortion',
  'data_breach',
  'data_exposure',
  'ddos',
  'phishing',
  'social_engineering',
  'bec',
  'malware',
  'wiper',
  'supply_chain',
  'vulnerability_exploitation',
  'sql_injection',
  'web_skimming',
  'credential_attack',
  'account_takeover',
  'insider',
  'defacement',
  'espionage',
  'crypto_theft',
  'fraud',
  'human_error',
  'physical',
  'unauthorized_access',
] as const;
export type AttackType = (typeof ATTACK_TYPES)[number];

export const DATA_CLASSES = [
  'names',
  'email_addresses',
  'phone_numbers',
  'physical_addresses',
  'dates_of_birth',
  'ages',
  'genders',
  'nationalities',
  'marital_status',
  'family_members',
  'national_ids',
  'passport_numbers',
  'drivers_licenses',
  'tax_ids',
  'usernames',
  'passwords',
  'security_questions',
  'account_numbers',
  'payment_cards',
  'card_security_codes',
  'bank_accounts',
  'transactions',
  'financial_data',
  'insurance_data',
  'medical_records',
  'biometrics',
  'genetic_data',
  'photos',
  'signatures',
  'ip_addresses',
  'device_information',
  'geolocation',
  'vehicle_information',
  'employment',
  'education',
  'messages',
  'call_records',
  'travel_records',
  'browsing_activity',
  'social_media_profiles',
  'political_views',
  'religion',
  'sexual_orientation',
  'race_ethnicity',
  'criminal_records',
  'source_code',
  'credentials_secrets',
  'internal_documents',
  'contracts',
  'customer_records',
  'employee_records',
  'crypto_wallets',
  'other_personal_data',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

export const DATE_ROLES = [
  'occurred',
  'ended',
  'detected',
  'contained',
  'disclosed',
  'notified',
  'claimed',
  'other',
] as const;
export type DateRole = (typeof DATE_ROLES)[number];

export const COUNT_UNITS = [
  'people',
  'accounts',
  'records',
  'organizations',
  'devices',
  'files',
  'cards',
  'credentials',
  'other',
] as const;
export type CountUnit = (typeof COUNT_UNITS)[number];

export const QUALIFIERS = ['exact', 'about', 'over', 'nearly', 'up_to', 'at_least'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const MONEY_KINDS = [
  'ransom_demanded',
  'ransom_paid',
  'loss',
  'fine',
  'stolen_funds',
  'sale_price',
] as const;
export type MoneyKind = (typeof MONEY_KINDS)[number];

export const INCIDENT_STATUSES = ['confirmed', 'claimed', 'suspected', 'denied'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

export const SECTORS = [
  'telecom',
  'finance',
  'healthcare',
  'government',
  'education',
  'retail',
  'manufacturing',
  'technology',
  'energy',
  'transport',
  'media',
  'hospitality',
  'legal',
  'crypto',
  'nonprofit',
  'defense',
  'gaming',
  'other',
] as const;
export type Sector = (typeof SECTORS)[number];

export const TOPICS = [
  'incident',
  'roundup',
  'vulnerability',
  'malware_analysis',
  'tool',
  'tutorial',
  'policy',
  'advert',
  'other',
] as const;
export type Topic = (typeof TOPICS)[number];

/** How sure a tactics table is of a technique: 可能, 极有可能, 未确认, or stated plainly. */
export const EVIDENCE_LEVELS = ['stated', 'likely', 'possible', 'unconfirmed'] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];
