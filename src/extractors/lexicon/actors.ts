import type { Lexicon } from '../engine/automaton.js';

/*
 * Names of groups and of families as the public lists write them: MITRE ATT&CK groups and software
 * (https://attack.mitre.org), Malpedia (https://malpedia.caad.fkie.fraunhofer.de), ransomware.live, vendors'
 * naming (Microsoft weather names, CrowdStrike animals, Mandiant numbers). Each line is one thing: the first
 * name is the usual one, the rest are its aliases in English, then Chinese.
 */

const lines = (text: string): Readonly<Record<string, readonly string[]>> => {
  const out: Record<string, readonly string[]> = {};
  for (const line of text.split('\n')) {
    const names = line
      .split('|')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names[0] !== undefined) out[names[0]] = names;
  }
  return out;
};

/** Ransomware and extortion gangs; most of their names are also the name of their software. */
export const gangs: Lexicon = {
  name: 'gang',
  cased: true,
  terms: lines(`
    LockBit|Lockbit|LOCKBIT|lockbit|LockBit 2.0|LockBit 3.0|LockBit 4.0|LockBit Black|LockBit Green|LockBitSupp|洛克比特
    ALPHV|BlackCat|Black Cat|AlphV|ALPHV/BlackCat|BlackCat/ALPHV|ALPHV (BlackCat)|黑猫
    Cl0p|Clop|CLOP|CL0P|TA505|clop
    Conti|CONTI
    Black Basta|BlackBasta|Blackbasta|BASTA
    RansomHub|Ransomhub|RansomHUB
    Qilin|Agenda|麒麟
    Akira|AKIRA
    BianLian|Bianlian|变脸
    Rhysida|RHYSIDA
    Medusa|MedusaLocker|Medusa Locker|美杜莎
    INC Ransom|INC RANSOM|Inc Ransom|INC ransom|Inc. Ransom|INCRansom
    Hunters International|Hunters
    8Base|8BASE
    Vice Society|Vice Spider
    BlackSuit|Blacksuit|BLACKSUIT
    NoEscape|No Escape
    Snatch
    Ragnar Locker|RagnarLocker|Ragnar_Locker
    RansomHouse|Ransomhouse
    RansomEXX|RansomExx|Ransom EXX|Defray777
    REvil|Sodinokibi|Revil|瑞维尔
    DarkSide|Darkside|黑暗面
    BlackMatter
    BlackByte|Blackbyte
    Babuk|Babuk2|Babuk Locker|巴布克
    AvosLocker|Avos Locker|Avoslocker
    Karakurt
    LV
    Lorenz
    Quantum Locker
    Maze
    Egregor
    NetWalker|Netwalker|Mailto
    DoppelPaymer|DopplePaymer|Doppelpaymer
    Ryuk
    Mount Locker
    Nefilim
    Avaddon
    Pysa|PYSA|Mespinoza
    Cuba
    Grief
    Money Message
    Trigona
    Akira Ransomware
    Meow|Meow Leaks
    Cactus|CACTUS
    DragonForce|Dragonforce|DragonForce Malaysia
    SafePay|Safepay|SAFEPAY
    Lynx
    Fog
    Interlock
    KillSec|Killsec|KillSec3
    Sarcoma
    Termite
    Brain Cipher|BrainCipher
    Everest
    Embargo
    Cicada3301|Cicada 3301
    Eldorado|El Dorado|BlackLock
    FunkSec|Funksec
    Space Bears|SpaceBears
    ThreeAM|3AM
    Helldown
    Argonauts
    Apos
    Chort
    Kairos
    Nitrogen
    Underground|地下
    Valencia Ransomware
    Mad Liberator
    Stormous|STORMOUS
    Ransomed.vc|RansomedVC|Ransomed VC|Ransomedvc|RANSOMEDVC
    Mallox|TargetCompany
    Arvin Club
    Dunghill Leak|Dunghill
    Dark Angels|DarkAngels
    DarkVault
    DarkBit
    Daixin Team|Daixin
    Royal
    Play|PLAY|PlayCrypt
    Hive|HIVE|蜂巢
    LAPSUS$|Lapsus$|LAPSUS|Lapsus
    SEXi|APT INC
    Phobos
    Dharma
    GandCrab
    GlobeImposter
    Zeppelin
    Yanluowang|阎罗王
    Monti
    Nokoyawa
    NightSky|Night Sky
    Onyx
    Abyss|Abyss Locker
    Knight
    Cyclops
    Cloak
    LostTrust
    MalekTeam|Malek Team
    Handala|Handala Hack
    Moses Staff|MosesStaff
    WereWolves|Werewolves
    dAn0n
    APT73|Bashe
    Donex
    Red Ransomware
    Trinity
    Slippery Scorpius
    GhostSec
    Zeon
    Crytox
    Global|GLOBAL GROUP
    World Leaks|WorldLeaks
    Warlock
    Kraken
    Anubis
    Chaos
    Crypto24
    Devman|DevMan
    Gunra
    J Group
    NightSpire|Nightspire
    SilentRansomGroup|Silent Ransom Group|Luna Moth|Chatty Spider
    VanHelsing
    Weyhro
    Frag
    Morpheus
    HellCat|Hellcat
    Linkc|LinkC
    Run Some Wares
    BERT
    Beast
    Arcus Media|ArcusMedia
    RA World|RA Group
    Prestige
    WannaCry|WannaCrypt|Wannacry
    Petya
    NotPetya
    Bad Rabbit|BadRabbit
    SamSam
    Locky
    Cerber
    CryptoLocker
    TeslaCrypt
    STOP/Djvu
    eCh0raix|QNAPCrypt
    DeadBolt|Deadbolt
    ESXiArgs
    WastedLocker
    Hades
    Evil Corp|EvilCorp|Indrik Spider
    FIN7|Carbanak
    FIN8
    FIN11
    FIN12
    Wizard Spider
    TA569
    TA577
    Scattered Spider|UNC3944|Octo Tempest|0ktapus|Muddled Libra|Star Fraud
    ShinyHunters|Shiny Hunters|ShinyHunter|UNC6040|UNC6240
    Scattered LAPSUS$ Hunters|Scattered Lapsus$ Hunters|Scattered Lapsus Hunters
    Sp1d3rHunters|Sp1d3r
    UNC6395
    UNC5537
    Silk Typhoon|HAFNIUM|Hafnium
    IntelBroker|Intel Broker|intelbroker
    EnergyWeaponUser|Energy WeaponUser
    USDoD|USDOD
    Nam3L3ss
    GnosticPlayers|Gnosticplayers
    Pompompurin|pompompurin
    CyberNiggers
    ZeroSevenGroup|ZeroSeven
    Kela
    TeamTNT
    Rocke
    8220 Gang
    Kinsing
    Magecart
    TA558
    Storm-0558
    Storm-0501
    Storm-1811
    Vanilla Tempest
    Velvet Tempest
    Bluebottle
    OPERA1ER
    Silence
    Cobalt Group
    GoldenJackal
    Desorden|DESORDEN|DESORDEN Group
    SiegedSec
    Guacamaya
    Adrastea
    Altahrea Team
    Killnet|KillNet|KILLNET
    NoName057(16)|NoName057|NoName
    Anonymous Sudan|AnonymousSudan
    Anonymous Russia
    Anonymous|匿名者
    IT Army of Ukraine|IT Army|IT军团
    GhostSec
    XakNet
    UserSec
    People's CyberArmy|俄罗斯网络军|人民网络军
    CyberArmyofRussia_Reborn|Cyber Army of Russia Reborn
    Cyber Av3ngers|CyberAv3ngers|Cyber Avengers
    Predatory Sparrow|Gonjeshke Darande
    Team 1919
    DumpForums
    Ukrainian Cyber Alliance
    BO Team
    Head Mare
    Twelve
    Cyber Partisans|Belarusian Cyber-Partisans|Belarusian Cyber Partisans
    Lizard Squad
    Syrian Electronic Army
    OurMine
    Phineas Fisher
    Guccifer 2.0
    Impact Team
    NullCrew
    LulzSec
    TeaMp0isoN
    Shadow Brokers|The Shadow Brokers|影子经纪人
    The Dark Overlord|TheDarkOverlord
    Rex Mundi
    Peace
    Tessa88
    Soyjak.party|Soyjak Party
    NullBulge
    R00TK1T
    Ghostr
    GhostR
    DarkHydrus
    Crimson Collective
    Mogilevich
    Snatch Team
    Sodinokibi
  `),
};

/** Groups of the espionage kind, and those that steal for a state. */
export const groups: Lexicon = {
  name: 'group',
  cased: true,
  terms: lines(`
    APT28|Fancy Bear|Forest Blizzard|STRONTIUM|Sofacy|Sednit|Pawn Storm|奇幻熊|森林暴雪
    APT29|Cozy Bear|Midnight Blizzard|Nobelium|NOBELIUM|The Dukes|UNC2452|Dark Halo|舒适熊|安逸熊|午夜暴雪
    Sandworm|Sandworm Team|Voodoo Bear|Seashell Blizzard|Iridium|IRIDIUM|TeleBots|BlackEnergy|APT44|沙虫
    Turla|Venomous Bear|Secret Blizzard|Snake
    Gamaredon|Primitive Bear|Aqua Blizzard|Shuckworm
    Star Blizzard|COLDRIVER|SEABORGIUM|Callisto
    Ghostwriter|UNC1151
    Energetic Bear|Dragonfly
    APT1
    APT3
    APT10|menuPass|Stone Panda
    APT12
    APT15|Nickel|Vixen Panda|Ke3chang
    APT17
    APT27|Emissary Panda|LuckyMouse|Iron Tiger|BRONZE UNION
    APT30
    APT31|Zirconium|Judgment Panda|Violet Typhoon
    APT40|Leviathan|Gingham Typhoon|TEMP.Periscope
    APT41|Winnti|Winnti Group|Barium|BARIUM|Double Dragon|Wicked Panda|Brass Typhoon
    Volt Typhoon|Vanguard Panda|BRONZE SILHOUETTE|伏特台风
    Salt Typhoon|GhostEmperor|FamousSparrow|Earth Estries|UNC2286|盐台风
    Flax Typhoon|Ethereal Panda|RedJuliett|亚麻台风
    Storm-0940
    Mustang Panda|RedDelta|Bronze President|Earth Preta|Stately Taurus
    Tick|Bronze Butler
    BlackTech|Palmerworm
    Tropic Trooper
    MirrorFace|Earth Kasha
    Tonto Team
    Gallium|GALLIUM|Granite Typhoon
    UNC3886
    UNC4841
    UNC5221
    UNC5325
    Lazarus|Lazarus Group|Hidden Cobra|HIDDEN COBRA|Zinc|ZINC|Diamond Sleet|Labyrinth Chollima|拉撒路|拉扎鲁斯
    Andariel|Silent Chollima|Onyx Sleet|APT45|Stonefly
    Kimsuky|Velvet Chollima|Thallium|Emerald Sleet|APT43|金苏基
    BlueNoroff|Bluenoroff|APT38|Stardust Chollima|Sapphire Sleet
    TraderTraitor|Jade Sleet|UNC4899
    Citrine Sleet|Gleaming Pisces|UNC4736
    APT37|ScarCruft|Reaper|Ricochet Chollima
    Konni
    Famous Chollima
    Moonstone Sleet
    APT33|Elfin|Peach Sandstorm|Holmium
    APT34|OilRig|Helix Kitten|Hazel Sandstorm
    APT35|Charming Kitten|Phosphorus|Mint Sandstorm|迷人小猫
    APT39|Chafer
    APT42
    MuddyWater|Mercury|Mango Sandstorm|Static Kitten|污水
    Agrius|Pink Sandstorm
    Imperial Kitten|Tortoiseshell
    Fox Kitten|Pioneer Kitten|Lemon Sandstorm
    Emennet Pasargad|Cotton Sandstorm|Neptunium
    APT32|OceanLotus|SeaLotus|海莲花
    SideWinder|Rattlesnake|响尾蛇
    Patchwork|Dropping Elephant|摩诃草|白象
    Bitter|BITTER|蔓灵花
    Donot|DoNot Team|DONOT|肚脑虫
    Transparent Tribe|APT36|Mythic Leopard|透明部落
    Confucius|魔罗桫
    CNC|CNC组织
    APT-C-23|Arid Viper|双尾蝎
    APT-C-36|Blind Eagle|盲眼鹰
    Molerats|Gaza Cybergang
    WIRTE
    Equation Group|方程式组织
    Tailored Access Operations|Office of Tailored Access Operation|TAO|特定入侵行动办公室
    Longhorn|APT-C-39|The Lamberts
    ProjectSauron|Strider
    DarkHotel|APT-C-06|黑店
    毒云藤|绿斑|APT-C-01|GreenSpot
    国际合约机构|ICA
    国家安全局|美国国家安全局|NSA
    ICEFOG
    Dark Caracal
    Cosmic Leopard
    LightBasin|UNC1945
    Lunar Spider|LUNAR SPIDER
    Storm-2372
    Void Blizzard|Laundry Bear
    银狐|Silver Fox
    金眼狗
    游蛇|谷堕大盗
    Evasive Panda|Daggerfly
    ToddyCat
    Earth Lusca
    Gelsemium
    UNC2565
    Cadet Blizzard|Ember Bear|UAC-0056
    UAC-0050
    UAC-0010
    Ember Bear
    RomCom|Storm-0978|Tropical Scorpius
    TA866
    Winter Vivern
  `),
};

/** Malware families that are no gang: loaders, stealers, trojans, wipers, implants. */
export const families: Lexicon = {
  name: 'family',
  cased: true,
  terms: lines(`
    Emotet
    TrickBot|Trickbot
    QakBot|Qakbot|QBot|Qbot|Pinkslipbot
    IcedID|BokBot
    Dridex
    Ursnif|Gozi|ISFB
    Zloader|ZLoader
    Zeus
    Bumblebee
    Latrodectus
    Pikabot|PikaBot
    DarkGate
    SmokeLoader|Smoke Loader
    GootLoader|Gootkit
    SocGholish|FakeUpdates
    Raspberry Robin
    BazarLoader|BazarBackdoor
    Amadey
    RedLine|RedLine Stealer|Redline
    Raccoon Stealer|RaccoonStealer
    Vidar
    Lumma|LummaC2|Lumma Stealer|LummaStealer
    StealC|Stealc
    RisePro
    MetaStealer|META Stealer
    AZORult|Azorult
    Agent Tesla|AgentTesla
    FormBook|Formbook|XLoader
    Snake Keylogger
    LokiBot|Lokibot
    Atomic Stealer|AMOS
    Rhadamanthys
    Glove Stealer
    njRAT
    AsyncRAT|Async RAT
    Remcos|Remcos RAT
    NetSupport|NetSupport RAT
    NanoCore
    Quasar|QuasarRAT|Quasar RAT
    DcRAT|DCRat
    BitRAT
    Warzone RAT|WarzoneRAT|Ave Maria
    XWorm
    Gh0st RAT|Gh0stRAT
    PlugX
    ShadowPad
    PoisonIvy|Poison Ivy
    Cobalt Strike
    Sliver
    Brute Ratel|BRc4
    Metasploit
    Mimikatz
    SystemBC
    Mirai
    Gafgyt|BASHLITE
    Mozi
    Meris
    Aisuru|AISURU
    XMRig
    XLoader
    Pegasus|飞马
    Predator
    Graphite
    FinFisher|FinSpy
    Stuxnet|震网
    Industroyer|Industroyer2|CrashOverride
    Triton|TRISIS
    HermeticWiper
    WhisperGate
    CaddyWiper
    AcidRain
    AcidPour
    IsaacWiper
    ZeroCleare
    Shamoon
    Olympic Destroyer
    Dustman
    BiBi Wiper|BiBi-Linux|BiBi
    Meteor
    SUNBURST|Sunburst|Solorigate
    SUNSPOT
    TEARDROP
    SUPERNOVA
    DEWMODE
    LEMURLOOT
    FoggyWeb
    MagicWeb
    Snake
    Drovorub
    VPNFilter
    Cyclops Blink
    BlackEnergy
    GreyEnergy
    KillDisk
    BPFDoor
    Demodex
    SnappyBee
    Deed RAT
    XZ后门
    BlackLotus
    FakeBat
    ClearFake
    Shlayer
    Joker
    Anatsa
    SharkBot
    Cerberus
    FluBot
    Hydra
    Godfather
    Medusa Stealer
    Ermac
    TinyBanker
    Backoff
    BlackPOS|Kaptoxa
    PunkeyPOS
    Alina
    FrameworkPOS
    Carbanak
    Anchor
    Grandoreiro
    Mekotio
    Guildma
    Mispadu
    TangleBot
    Chameleon
    ViperSoftX
    Neptune RAT
    SparkCat
    Winos4.0|Winos 4.0|ValleyRAT
    CryptBot
    ChromeLoader
    Bandook
    FatalRAT
    第二约会|二次约会|SecondDate
    饮茶
    NOPEN
    怒火喷射
    孤挺花
    验证器|Validator
    酸狐狸|FoxAcid
  `),
};
