/** Word lists for names in English text; all lower case. */

/** Words that may be capitalised in a title or at a sentence's start and belong to no name. */
export const NO_NAME = new Set(
  'social the a an this that these those it its their his her our your my in on at after before when while as but and or if we they he she you i hackers hacker hacking hacked hack data breach breaches breached customer customers user users ransomware cyberattack cyberattacks cyber attack attacks attacker attackers security threat threats actor actors gang gangs group groups hits hit hitting massive major new recent latest over more than million millions thousands hundreds dozens personal information info details records record account accounts says said say confirms confirmed confirm reveals revealed reveal discloses disclosed disclose warns warned notifies notified admits admitted suffers suffered exposes exposed exposing exposure leak leaks leaked leaking stolen steals steal stole theft compromised compromise impacts impacted impacting impact affects affected affecting affect following amid via by of to for from with without about into against how why what who which where is are was were be been being has have had will would can could may might must should not no yes all some any many most other others another each every first second third one two three four five six seven eight nine ten last week month year today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec incident incidents outage outages victim victims claims claimed claim claiming allegedly alleged report reports reported reporting reportedly update updated updates news researchers researcher experts expert analysts police officials official spokesperson spokesman spokeswoman ceo cto ciso cfo chief officer director manager former according however meanwhile also additionally furthermore earlier later then now here there still even just only both either neither such same so because since until although though during between among under above below out up down off again further once malware phishing vulnerability vulnerabilities flaw flaws bug bugs zero-day zero-days exploit exploits exploited exploiting patch patches patched critical severe high attack attacking targeting targets targeted target campaign campaigns operation operations email emails phone names addresses passwords password credentials credential source code database databases server servers system systems network networks website websites site sites service services employee employees staff patient patients student students member members people individuals million billion trillion files file documents document sensitive private confidential internal public unauthorized access accessed unsecured unprotected misconfigured online offline dark web darkweb forum forums sale selling sell sold demand demands ransom payment pay pays paid lawsuit lawsuits settlement settle settles fine fined fines investigation investigating investigates investigate respond responds responding response restores restore recovering recovers recovery down back under third-party vendor supplier supply chain attack potential potentially suspected possible likely significant big huge large small top best worst worst-ever biggest largest giant firm firms company companies organization organizations organisations organisation business businesses industry sector sectors government governments federal state national international global local city county district country countries world worldwide americans american british canadian australian european chinese russian iranian korean indian japanese french german dutch italian spanish ukrainian israeli u.s us u.k uk eu usa inc ltd llc corp co plc gmbh pdt est utc gmt am pm click read see note image source credit photo advertisement sponsored subscribe sign follow share tweet related tags category posted author editor mr mrs ms dr prof sir president minister senator rep gov judge attorney blockchain crypto cryptocurrency bitcoin ethereum ai iot ddos api rce cve poc ioc sql xss csrf vpn mfa 2fa ssn pii phi gdpr hipaa windows linux macos android ios chrome firefox safari esxi active directory http https url ip dns email notorious infamous popular leading well-known widely prolific dark daily weekly month annual quarter q1 q2 q3 q4 things everything nothing something anyone everyone someone nobody if while because once upon despite unlike like per given based thanks good great important key main early late previous prior next current ongoing potential urgent breaking exclusive alert watch video podcast blog post article story analysis opinion review guide tips faq question answer introduction conclusion summary overview background timeline date details description affected solution mitigation recommendations recommendation reference references impact severity product version versions steps step part chapter section figure table list home menu contact privacy policy terms copyright rights reserved decades latest unique do crooks miscreants intruder intruders guess yup inside outside meet welcome hello dear edited theft cyberattackers scammers fraudsters thieves spies spy spying jury judge lawyers lawyer feds cops brit brits aussie moreover nevertheless nonetheless hence thus therefore overall instead alternatively besides initially ultimately notably importantly interestingly specifically similarly likewise consequently regardless whenever wherever whether unfortunately luckily sadly'.split(
    ' ',
  ),
);

/** Heads of a description that stands for the victim where no name is given. */
export const DESCRIBED_HEAD =
  /^(?:hospital|hospitals|clinic|bank|banks|university|college|school|schools|district|districts|company|firm|agency|agencies|provider|providers|operator|retailer|manufacturer|airline|airport|insurer|municipality|city|county|town|ministry|department|government|parliament|court|police|utility|plant|pipeline|exchange|casino|hotel|charity|nonprofit|church|library|museum|newspaper|broadcaster|publisher|carrier|telecom|isp|contractor|supplier|vendor|lender|brokerage|fintech|startup|developer|studio|organization|organisation|institute|institution|association|union|federation|club|campaign|embassy|regulator|authority|council|sectors|industries|network|centre|center)$/;

/** Small words inside a name. */
export const CONNECTOR = new Set([
  'of',
  'and',
  '&',
  'the',
  'for',
  'de',
  'du',
  'la',
  'le',
  'del',
  'della',
  'di',
  'von',
  'van',
  'y',
  'e',
  'et',
  'on',
  'al',
  'do',
  'da',
  'des',
]);

/** Words between a subject and its verb. */
export const BETWEEN = new Set(
  'has have had was were is are been be being also recently today now just then later officially publicly reportedly allegedly apparently again already finally quietly previously first initially itself themselves yesterday earlier this week month on in late early may might could will would did does do have reported since not yet only subsequently still currently formally separately both all'.split(
    ' ',
  ),
);

/** What belongs to the victim rather than being it. */
export const BELONGING = new Set(
  'customer customers user users employee employees staff patient patients student students member members client clients subscriber subscribers data database databases server servers system systems network networks website websites site sites account accounts app apps application applications platform platforms service services officials spokesperson spokesman spokeswoman executives executive repository repositories source code files file records record email emails e-mail it internal corporate cloud environment environments infrastructure passenger passengers guest guests applicant applicants subsidiary division unit owner parent vendor supplier operator hardware gamers players fans devs developers merchants personal sensitive private information info details credentials card cards payment payments loyalty profile profiles twitter facebook x instagram youtube discord telegram social media tokens token instance instances wallet wallets contract bridge dealers dealer voters donors workers ceo cto cfo ciso founder chats emails mailbox mailboxes backup backups portal store stores shop shops page pages domain production third-party operation gang ransomware forum'.split(
    ' ',
  ),
);

/** Common words that end or fill the names of organisations: Medical Group, Data Systems. */
export const NAME_TAIL = new Set(
  'school high college academy institute center centre council foundation society association commission police library union authority board museum trust clinic medical care insurance financial airlines airways energy power water motors pharmaceuticals entertainment games studios airport port transport group bank university hospital systems services county city district company health networks network security data media news software technologies international national federal state public government department agency management response research industries organization institute business supply local'.split(
    ' ',
  ),
);
/** Those of them that stay in a name even in a title in capitals. */
export const TITLE_TAIL = new Set(
  'group bank university hospital systems services county city district company'.split(' '),
);
