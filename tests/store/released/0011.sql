BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'xraydesk','0001_files','2026-11-21 14:47:18.324284+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'xraydesk','0002_predictions','2026-11-21 14:47:18.369358+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'xraydesk','0003_logs','2026-11-21 14:47:18.393312+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'xraydesk','0004_regions','2026-11-21 14:47:18.394183+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'xraydesk','0005_annotations','2026-11-21 14:47:18.404231+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'xraydesk','0006_second_thoughts','2026-11-21 14:47:18.419477+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'xraydesk','0007_desks','2026-11-21 14:47:18.439701+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'xraydesk','0008_research','2026-11-21 14:47:18.486926+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'xraydesk','0009_finding_confidence','2026-11-21 14:47:18.500986+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'xraydesk','0010_features','2026-11-21 14:47:18.501920+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'xraydesk','0011_admin','2026-11-21 14:47:18.526417+00:00');
CREATE TABLE accounts (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('reader', 'researcher', 'administrator')),
    verifier TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "accounts" VALUES(1,'2026-11-21T14:47:18.760834+00:00','Ada','Ada','administrator','$argon2id$made up',1,'0000000000000000000000000000000000000000000000000000000000000000','a72b40b23c6693b75b980664e0ad9498a0b09fbf5e6ece0dfe81d895249d481e');
CREATE TABLE annotations (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    reader TEXT NOT NULL,
    study_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    frame INTEGER NOT NULL,
    mark TEXT NOT NULL,
    kind TEXT NOT NULL,
    points TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "annotations" VALUES(1,'2026-11-21T14:47:18.672910+00:00','Ada','1.2.826.0.1.1','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',0,'mark-1','length','[[10.0, 10.0], [40.0, 55.0]]',0,'0000000000000000000000000000000000000000000000000000000000000000','8635b11dc0c9b997e0fe60a66a22f0323e3597026c68bc349ae1052d202aa2d0');
CREATE TABLE attempts (
    name TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    until REAL NOT NULL
) WITHOUT ROWID;
INSERT INTO "attempts" VALUES('Ben',0,0.0);
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "audit" VALUES(1,'2026-11-21T14:47:18.564098+00:00','Ben','verdict','','{"hash": "ef5022fb3bc79048812e574ae330bf9cd115ed260279aeb576bb77d0f0b6544c", "number": 1}','0000000000000000000000000000000000000000000000000000000000000000','6cd57e4ae28fd7198baff932ffb2a90defe23f9426d93107b962d6de55a11259');
INSERT INTO "audit" VALUES(2,'2026-11-21T14:47:18.564838+00:00','Ada','verdict','','{"hash": "c3d20bb04689c54fae65ca238d752a26e1833dc70e2a43d402c2ba36052c65f4", "number": 2}','6cd57e4ae28fd7198baff932ffb2a90defe23f9426d93107b962d6de55a11259','10b58fd51754ed7fb83a56a1587a83ad54e2cd45552e03dac1bb40a9e91f9b3a');
INSERT INTO "audit" VALUES(3,'2026-11-21T14:47:18.565350+00:00','Ada','verdict','','{"hash": "f791db76329b784f9fbc3124f5f3026d87bff44b14e13ba5b8b638025f1bc8fb", "number": 3}','10b58fd51754ed7fb83a56a1587a83ad54e2cd45552e03dac1bb40a9e91f9b3a','4b8500c50fe036c6adb1c18fedc0ad3f8292eeece489239eb2c617a70c4385a0');
INSERT INTO "audit" VALUES(4,'2026-11-21T14:47:18.565834+00:00','Ben','verdict','','{"hash": "27b5edca9d9d80b2520f44ddc087fcd90a26fe3fb0fa577bd31c829c4dc7f1c5", "number": 4}','4b8500c50fe036c6adb1c18fedc0ad3f8292eeece489239eb2c617a70c4385a0','7b9d23525062ad5527b26f652dab94bb0cefef2d25988a27733d34970d380f59');
INSERT INTO "audit" VALUES(5,'2026-11-21T14:47:18.566297+00:00','Ada','verdict','','{"hash": "3df273122e270c3587e6cad211481ace05b8d5d99587f4ebfb6995b08bb561a9", "number": 5}','7b9d23525062ad5527b26f652dab94bb0cefef2d25988a27733d34970d380f59','60994a2e0923f186ae3e04abc78f706e4dd1b04b081e620cc70707885880fa09');
INSERT INTO "audit" VALUES(6,'2026-11-21T14:47:18.566886+00:00','Ben','verdict','','{"hash": "607967e43bd06336cf9ca2c217665b259c2e466d5be093a1b1fc143ddd5edab1", "number": 6}','60994a2e0923f186ae3e04abc78f706e4dd1b04b081e620cc70707885880fa09','a4b981460622679102fc07d288866ece2e6ae7f27e75c3d20acbffe383268506');
INSERT INTO "audit" VALUES(7,'2026-11-21T14:47:18.567375+00:00','Ben','verdict','','{"hash": "b8a1b8158e56a06af38cc5be6fd38c53c35ed100d2c0deadf42e63345a26f5bb", "number": 7}','a4b981460622679102fc07d288866ece2e6ae7f27e75c3d20acbffe383268506','6b134b05e742dab732587a20e60fb58c23c4aed9962eb20749d25a9e809567ae');
INSERT INTO "audit" VALUES(8,'2026-11-21T14:47:18.567840+00:00','Ada','verdict','','{"hash": "a7b94ecf828761e663d9d0b204bf66dff420d19f6ae1e908bae710fcf81cbed8", "number": 8}','6b134b05e742dab732587a20e60fb58c23c4aed9962eb20749d25a9e809567ae','c0ebe90fe3a4616885708ccc61352428579fcab8db4d5baa6b9b22a049ab63da');
INSERT INTO "audit" VALUES(9,'2026-11-21T14:47:18.568307+00:00','Ben','verdict','','{"hash": "ff9176170dc4a2d687f7370948376076ded6e6902b3e34fbee9f1057b1d1e726", "number": 9}','c0ebe90fe3a4616885708ccc61352428579fcab8db4d5baa6b9b22a049ab63da','ac8edccb52d7e2f965301d682ac3490626127095e72932d5f9a23311b044432e');
INSERT INTO "audit" VALUES(10,'2026-11-21T14:47:18.568915+00:00','Ada','verdict','','{"hash": "6e992abb838d6c4ed514b269e5d09fe8c07236a2e120cdafcdd64425d9187899", "number": 10}','ac8edccb52d7e2f965301d682ac3490626127095e72932d5f9a23311b044432e','0b731df0f295f05a2b3851aef2cb71bb1d0fb4303b5c268d236b0b8639ff02cc');
INSERT INTO "audit" VALUES(11,'2026-11-21T14:47:18.569511+00:00','Ada','verdict','','{"hash": "c98e4f08901d4e0424c4a05157592bb3c888e5598b120f830080244a66b6286d", "number": 11}','0b731df0f295f05a2b3851aef2cb71bb1d0fb4303b5c268d236b0b8639ff02cc','e6de11c401ccc29872de84089a9406861c29873cd5c77f81158f10fe56bda0d4');
INSERT INTO "audit" VALUES(12,'2026-11-21T14:47:18.570048+00:00','Ben','verdict','','{"hash": "a259438b23a69d83380723237b887b39032be3fdbf34f59e26fe24da8725a9bb", "number": 12}','e6de11c401ccc29872de84089a9406861c29873cd5c77f81158f10fe56bda0d4','51fe5bfb535572d57e3ad7966bc08fa75e23c8e3e69614acd1f5b1f688971e4c');
INSERT INTO "audit" VALUES(13,'2026-11-21T14:47:18.570498+00:00','Ada','verdict','','{"hash": "88917dbbdf3c835920403dd19989bd08604b647d8ff600b9c8a2a578094d0c4a", "number": 13}','51fe5bfb535572d57e3ad7966bc08fa75e23c8e3e69614acd1f5b1f688971e4c','65c3736a7045803ecee0a2b4e6e26b928a357eaba0ade80621bed2e25b7f0048');
INSERT INTO "audit" VALUES(14,'2026-11-21T14:47:18.570944+00:00','Ben','verdict','','{"hash": "57e203b8052fbc976246323f0d55e53ac8c32f8f317e230fba5d59d4590a622b", "number": 14}','65c3736a7045803ecee0a2b4e6e26b928a357eaba0ade80621bed2e25b7f0048','bacc1f072fcb74c44c8d74b33dacddde205a7a52e2685cd122e80039eee61627');
INSERT INTO "audit" VALUES(15,'2026-11-21T14:47:18.571409+00:00','Ada','verdict','','{"hash": "7a4d28813dba60217aa04e2dfc066311d7212ec107661eb5069bae8c27988bc4", "number": 15}','bacc1f072fcb74c44c8d74b33dacddde205a7a52e2685cd122e80039eee61627','bd0ac8520d8d8e78a02ebeb1df5330918ab443c33b7931cf427ccf50ba5c504e');
INSERT INTO "audit" VALUES(16,'2026-11-21T14:47:18.571949+00:00','Ben','verdict','','{"hash": "e74e384633033f3b82a21399e2799a35e5d58556f7fd1bc03d4436b1abc9f39c", "number": 16}','bd0ac8520d8d8e78a02ebeb1df5330918ab443c33b7931cf427ccf50ba5c504e','a4178330222b3041dcfd91520db3d549edab4688891f52bc8adafe51fd107d9b');
INSERT INTO "audit" VALUES(17,'2026-11-21T14:47:18.574332+00:00','import','reference','biopsy.csv','{"hash": "f2eca50ac64988dfb789d51bd65a01980da80b76ffb4f654e06307d7eb27b113", "number": 8, "rows": 8}','a4178330222b3041dcfd91520db3d549edab4688891f52bc8adafe51fd107d9b','925b1de00892dc1a2c508dab3ae06c59686338218470271e25c4d8d7dfcf35d4');
INSERT INTO "audit" VALUES(18,'2026-11-21T14:47:18.617934+00:00','Ben','verdict','','{"confidences": "82e55850bf3c308d3bef7ba77937ddf7d210fd91ca5d2d738d9ca492200a0ffe", "findings": "8d8b509d7774583c279a02905f50cd2c1c6680874eae398c3d16b4fe6f38f2b1", "hash": "dc65c7f7473ad2fa69217166aaf5fa7f507bd9943e0d324022858ca2c731a646", "number": 17}','925b1de00892dc1a2c508dab3ae06c59686338218470271e25c4d8d7dfcf35d4','833352214a1f13ed5070842d9172adde53d5a3f9b16950e5b242103eb60290ff');
INSERT INTO "audit" VALUES(19,'2026-11-21T14:47:18.649309+00:00','Ben','withdrawal','','{"hash": "59b98600c328921ed81314ded5adcde4846dbbaeb4ee89e1e01d44e332e9d56c", "number": 1}','833352214a1f13ed5070842d9172adde53d5a3f9b16950e5b242103eb60290ff','b789a44d40d81b91ff3731d24b761a88471997f274c3e4110045388dd3e8ce97');
INSERT INTO "audit" VALUES(20,'2026-11-21T14:47:18.683882+00:00','Ada','error tag','','{"hash": "e41d878c02f3e5328585f7b3ee173d4f4bd841181dcc3c018f67e1ccf535f1be", "number": 1, "removed": 0}','b789a44d40d81b91ff3731d24b761a88471997f274c3e4110045388dd3e8ce97','d61a77dbc52d5de9970a6c7f1673f825efc79f107bd89b7ba7bb9d4a8a9c8f77');
INSERT INTO "audit" VALUES(21,'2026-11-21T14:47:18.696907+00:00','Ada','label correction','','{"hash": "2263af99445a5eac9418bde67e8e799ff0898b7f886662d4c08aeec4cd29ae27", "number": 1, "removed": 0}','d61a77dbc52d5de9970a6c7f1673f825efc79f107bd89b7ba7bb9d4a8a9c8f77','a3e2e438d5119e879f508c7971a81bd80e296e181079a5c356c9d335e930633a');
INSERT INTO "audit" VALUES(22,'2026-11-21T14:47:18.707713+00:00','Ada','promotion','chest-pneumonia@1.2','{"hash": "24d3ab92fbac9ee0c4cf25fc0e9add681bdefdee4bc0ad90db88b0bd2d4f96e2", "kind": "promotion", "number": 1, "reason": "better on our films"}','a3e2e438d5119e879f508c7971a81bd80e296e181079a5c356c9d335e930633a','cf66c29c1aded706d4483942400a0762f5352c888956696511c65fd41f9a7cfa');
INSERT INTO "audit" VALUES(23,'2026-11-21T14:47:18.721956+00:00','Ada','operating points','chest-pneumonia','{"hash": "4b1a9f56b2f144181c78745405f90e4f12ebf96c06e07c4b87fdea90027eb618", "kind": "changed", "number": 1}','cf66c29c1aded706d4483942400a0762f5352c888956696511c65fd41f9a7cfa','c97a2075746f9c6cb336185c01cc7b6e1c1396083b63736267ab9866437be9c3');
INSERT INTO "audit" VALUES(24,'2026-11-21T14:47:18.730123+00:00','Ada','site sample','chest-pneumonia','{"hash": "5bb726b6f43eac91ae060aa3ca9d54e596c3c7fd7b11069a4cbdb1a9388688d3", "number": 1, "studies": 2}','c97a2075746f9c6cb336185c01cc7b6e1c1396083b63736267ab9866437be9c3','14ac6a4cebc63516a383284e3b3d9365bbd8bc374b35a0e8e1da57815523b7d0');
INSERT INTO "audit" VALUES(25,'2026-11-21T14:47:18.745514+00:00','Ada','exclusion','source','{"hash": "3344395da29fab61f84656a71f4feca5e40ede2723a9c2c91ce8d6ae830c669e", "number": 1, "reason": "a hand in front of it", "removed": 0}','14ac6a4cebc63516a383284e3b3d9365bbd8bc374b35a0e8e1da57815523b7d0','28bf3584dc9d385be6a1ff4a46f5a732c31d0c9c30cac45dd9e2150b2438cd7a');
INSERT INTO "audit" VALUES(26,'2026-11-21T14:47:18.761577+00:00','Ada','account','Ada','{"change": "made", "hash": "a72b40b23c6693b75b980664e0ad9498a0b09fbf5e6ece0dfe81d895249d481e", "number": 1, "role": "administrator"}','28bf3584dc9d385be6a1ff4a46f5a732c31d0c9c30cac45dd9e2150b2438cd7a','3dd82f231b194bf316128d56d661ade28d22d024b246b707121b87ac69a0dc7b');
INSERT INTO "audit" VALUES(27,'2026-11-21T14:47:18.777269+00:00','Ben','sign in failed','','{"failures": 0}','3dd82f231b194bf316128d56d661ade28d22d024b246b707121b87ac69a0dc7b','ac02a5207d360fa282e0486643d5706566ee94c10fc52e828eba8be4d96e3806');
CREATE TABLE claims (
    desk TEXT PRIMARY KEY,
    reader TEXT NOT NULL,
    folder TEXT NOT NULL,
    study_id TEXT NOT NULL,
    since REAL NOT NULL,
    until REAL NOT NULL
) WITHOUT ROWID;
INSERT INTO "claims" VALUES('desk-1','Ada','films','1.2.826.0.1.1',0.0,1.79527249868261933323e+09);
CREATE TABLE drafts (
    reader TEXT NOT NULL,
    folder TEXT NOT NULL,
    study_id TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (reader, folder, study_id)
) WITHOUT ROWID;
INSERT INTO "drafts" VALUES('Ada','films','1.2.826.0.1.1','{}');
CREATE TABLE error_tags (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    study_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    frame INTEGER NOT NULL,
    tag TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "error_tags" VALUES(1,'2026-11-21T14:47:18.683432+00:00','Ada','1.2.826.0.1.1','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',0,'positioning',0,'0000000000000000000000000000000000000000000000000000000000000000','e41d878c02f3e5328585f7b3ee173d4f4bd841181dcc3c018f67e1ccf535f1be');
CREATE TABLE exclusions (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    source TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    reason TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "exclusions" VALUES(1,'2026-11-21T14:47:18.744836+00:00','Ada','source','abababababababababababababababababababababababababababababababab','a hand in front of it',0,'0000000000000000000000000000000000000000000000000000000000000000','3344395da29fab61f84656a71f4feca5e40ede2723a9c2c91ce8d6ae830c669e');
CREATE TABLE features (
    content_hash TEXT NOT NULL,
    frame INTEGER NOT NULL,
    model_key TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (content_hash, frame, model_key)
) WITHOUT ROWID;
INSERT INTO "features" VALUES('cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',0,'f2da6cc099eef23b5310fb9bc26d7b576fe21bb9fc1cf7bb60027881dbfa7856',X'003C00400042');
CREATE TABLE files (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    content_hash TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "files" VALUES('films/film-00000.dcm',100,1000000000000000000,'cf6eb5b8d8a90928ba6a2013282b37050ab59f8ddd491d5d8cf44e3299ba1af0');
INSERT INTO "files" VALUES('films/film-00001.dcm',101,1000000000000000000,'92c3443779ddd6d08c2058014e900e8cf9bedb4805858054ea8fa7fac30f4edc');
INSERT INTO "files" VALUES('films/film-00002.dcm',102,1000000000000000000,'59901507f5178c288362676fa7504f4453f929928edf3d207f2fc72acf13113d');
INSERT INTO "files" VALUES('films/film-00003.dcm',103,1000000000000000000,'a20a35b3ac31342f85c8275a3e6532cd86b167c3d3485069e8b316706c9fecd7');
INSERT INTO "files" VALUES('films/film-00004.dcm',104,1000000000000000000,'b8d886ba595392eb0bdb4c0368ca258e11c0061b347c4c9ba88ca8eea15c61eb');
INSERT INTO "files" VALUES('films/film-00005.dcm',105,1000000000000000000,'6a6920e31e5fc9b9b32f25c4ffa7e4b1edd7eda2d29b97c99b0a4e819322e74d');
INSERT INTO "files" VALUES('films/film-00006.dcm',106,1000000000000000000,'47cab7df435849fed919fba0e366f513454901c766d505e408deea266819e45d');
INSERT INTO "files" VALUES('films/film-00007.dcm',107,1000000000000000000,'2bfebb2b01e56d5d931cda3d43908cad32dcee07e1ed2d2813b25713b481970f');
CREATE TABLE finding_confidence (
    number INTEGER PRIMARY KEY,
    finding INTEGER NOT NULL UNIQUE REFERENCES findings(number),
    confidence INTEGER NOT NULL CHECK (confidence BETWEEN 1 AND 5),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "finding_confidence" VALUES(1,1,5,'0000000000000000000000000000000000000000000000000000000000000000','82e55850bf3c308d3bef7ba77937ddf7d210fd91ca5d2d738d9ca492200a0ffe');
CREATE TABLE findings (
    number INTEGER PRIMARY KEY,
    verdict INTEGER NOT NULL REFERENCES verdicts(number),
    finding TEXT NOT NULL,
    answer TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "findings" VALUES(1,17,'pneumonia','present','0000000000000000000000000000000000000000000000000000000000000000','fc7f8fd395446ee8165447315bfb0af6c3be655a1b51704c1d8e859aeda5b50b');
INSERT INTO "findings" VALUES(2,17,'effusion','unsure','fc7f8fd395446ee8165447315bfb0af6c3be655a1b51704c1d8e859aeda5b50b','8d8b509d7774583c279a02905f50cd2c1c6680874eae398c3d16b4fe6f38f2b1');
CREATE TABLE instances (
    study INTEGER NOT NULL REFERENCES studies(id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    frame INTEGER NOT NULL,
    instance_uid TEXT NOT NULL,
    rows INTEGER NOT NULL,
    columns INTEGER NOT NULL,
    kind TEXT NOT NULL,
    problem TEXT NOT NULL,
    PRIMARY KEY (study, path, frame)
) WITHOUT ROWID;
INSERT INTO "instances" VALUES(1,'films/film-00000.dcm',0,'',96,80,'dicom','');
INSERT INTO "instances" VALUES(2,'films/film-00001.dcm',0,'',96,80,'dicom','');
INSERT INTO "instances" VALUES(3,'films/film-00002.dcm',0,'',96,80,'dicom','');
INSERT INTO "instances" VALUES(4,'films/film-00003.dcm',0,'',96,80,'dicom','');
INSERT INTO "instances" VALUES(5,'films/film-00004.dcm',0,'',96,80,'dicom','');
INSERT INTO "instances" VALUES(6,'films/film-00005.dcm',0,'',96,80,'dicom','');
INSERT INTO "instances" VALUES(7,'films/film-00006.dcm',0,'',96,80,'dicom','');
INSERT INTO "instances" VALUES(8,'films/film-00007.dcm',0,'',96,80,'dicom','');
CREATE TABLE label_corrections (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    study_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    frame INTEGER NOT NULL,
    label TEXT NOT NULL,
    given REAL,
    proposed REAL,
    reason TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "label_corrections" VALUES(1,'2026-11-21T14:47:18.696128+00:00','Ada','1.2.826.0.1.2','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',0,'',1.0,0.0,'an old scar',0,'0000000000000000000000000000000000000000000000000000000000000000','2263af99445a5eac9418bde67e8e799ff0898b7f886662d4c08aeec4cd29ae27');
CREATE TABLE operating_versions (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    model_id TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('card', 'changed', 'site')),
    reason TEXT NOT NULL,
    labels TEXT NOT NULL,
    evidence TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "operating_versions" VALUES(1,'2026-11-21T14:47:18.720836+00:00','Ada','chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','changed','fewer false alarms','[{"name": "pneumonia", "calibration": {"slope": 1.510296834244018, "offset": 1.3258179771061982}, "operating_points": [{"name": "rule-out", "threshold": 0.25929135405811543, "sensitivity": {"value": 0.9828571428571429, "low": 0.9702767198524551, "high": 0.9901668452831605}, "specificity": {"value": 0.9754098360655737, "low": 0.9473998127592713, "high": 0.9886824759099744}}, {"name": "default", "threshold": 0.5435278515182764, "sensitivity": {"value": 0.9685714285714285, "low": 0.9528732019494006, "high": 0.9791548730934452}, "specificity": {"value": 0.9918032786885246, "low": 0.9706117105007331, "high": 0.9977492777777971}}, {"name": "rule-in", "threshold": 0.961343362552465, "sensitivity": {"value": 0.9214285714285714, "low": 0.8991177969148458, "high": 0.93913916082186}, "specificity": {"value": 0.9918032786885246, "low": 0.9706117105007331, "high": 0.9977492777777971}}]}]','{"studies": 8}','0000000000000000000000000000000000000000000000000000000000000000','4b1a9f56b2f144181c78745405f90e4f12ebf96c06e07c4b87fdea90027eb618');
CREATE TABLE places (
    reader TEXT PRIMARY KEY,
    state TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "places" VALUES('Ada','{}');
CREATE TABLE predictions (
    content_hash TEXT NOT NULL,
    frame INTEGER NOT NULL,
    model_key TEXT NOT NULL,
    model_id TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    labels TEXT NOT NULL,
    logits BLOB NOT NULL,
    probabilities BLOB NOT NULL,
    distance REAL,
    domain REAL,
    refusal TEXT NOT NULL,
    map BLOB NOT NULL,
    map_shape TEXT NOT NULL,
    made_at TEXT NOT NULL, regions TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (content_hash, frame, model_key)
) WITHOUT ROWID;
INSERT INTO "predictions" VALUES('2bfebb2b01e56d5d931cda3d43908cad32dcee07e1ed2d2813b25713b481970f',0,'f2da6cc099eef23b5310fb9bc26d7b576fe21bb9fc1cf7bb60027881dbfa7856','chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','["pneumonia"]',X'69CD1ABF',X'E6081A3F',0.941,NULL,'',X'0000000000000000','[1, 2, 2]','2026-07-05T12:20:42.856949+00:00','[]');
INSERT INTO "predictions" VALUES('47cab7df435849fed919fba0e366f513454901c766d505e408deea266819e45d',0,'f2da6cc099eef23b5310fb9bc26d7b576fe21bb9fc1cf7bb60027881dbfa7856','chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','["pneumonia"]',X'E0A7A23F',X'0166763F',0.9764,NULL,'',X'0000000000000000','[1, 2, 2]','2026-07-04T07:46:40.530268+00:00','[]');
INSERT INTO "predictions" VALUES('59901507f5178c288362676fa7504f4453f929928edf3d207f2fc72acf13113d',0,'f2da6cc099eef23b5310fb9bc26d7b576fe21bb9fc1cf7bb60027881dbfa7856','chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','["pneumonia"]',X'83664FBF',X'A089063F',0.9205,NULL,'',X'0000000000000000','[1, 2, 2]','2026-02-13T12:28:06.218015+00:00','[]');
INSERT INTO "predictions" VALUES('6a6920e31e5fc9b9b32f25c4ffa7e4b1edd7eda2d29b97c99b0a4e819322e74d',0,'f2da6cc099eef23b5310fb9bc26d7b576fe21bb9fc1cf7bb60027881dbfa7856','chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','["pneumonia"]',X'FDBF0EC0',X'1410EB3D',1.0971,NULL,'',X'0000000000000000','[1, 2, 2]','2026-05-29T14:20:50.147252+00:00','[]');
INSERT INTO "predictions" VALUES('92c3443779ddd6d08c2058014e900e8cf9bedb4805858054ea8fa7fac30f4edc',0,'f2da6cc099eef23b5310fb9bc26d7b576fe21bb9fc1cf7bb60027881dbfa7856','chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','["pneumonia"]',X'1FD2F5BF',X'45AB2F3E',1.2358,NULL,'',X'0000000000000000','[1, 2, 2]','2026-02-03T11:48:22.190008+00:00','[]');
INSERT INTO "predictions" VALUES('a20a35b3ac31342f85c8275a3e6532cd86b167c3d3485069e8b316706c9fecd7',0,'f2da6cc099eef23b5310fb9bc26d7b576fe21bb9fc1cf7bb60027881dbfa7856','chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','["pneumonia"]',X'E014D43F',X'078D7A3F',0.9032,NULL,'',X'0000000000000000','[1, 2, 2]','2026-04-26T19:34:22.769273+00:00','[]');
INSERT INTO "predictions" VALUES('b8d886ba595392eb0bdb4c0368ca258e11c0061b347c4c9ba88ca8eea15c61eb',0,'f2da6cc099eef23b5310fb9bc26d7b576fe21bb9fc1cf7bb60027881dbfa7856','chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','["pneumonia"]',X'30E898BF',X'49E9C33E',1.1831,NULL,'',X'0000000000000000','[1, 2, 2]','2026-04-28T13:40:43.947116+00:00','[]');
INSERT INTO "predictions" VALUES('cf6eb5b8d8a90928ba6a2013282b37050ab59f8ddd491d5d8cf44e3299ba1af0',0,'f2da6cc099eef23b5310fb9bc26d7b576fe21bb9fc1cf7bb60027881dbfa7856','chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','["pneumonia"]',X'0667E5BF',X'7EAD4D3E',1.1031,NULL,'',X'0000000000000000','[1, 2, 2]','2026-01-13T07:56:19.286791+00:00','[]');
CREATE TABLE promotions (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    model_id TEXT NOT NULL,
    version TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('promotion', 'roll back')),
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "promotions" VALUES(1,'2026-11-21T14:47:18.706993+00:00','Ada','chest-pneumonia','1.2','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','promotion','better on our films','{}','0000000000000000000000000000000000000000000000000000000000000000','24d3ab92fbac9ee0c4cf25fc0e9add681bdefdee4bc0ad90db88b0bd2d4f96e2');
CREATE TABLE reference_labels (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    source TEXT NOT NULL,
    study_id TEXT NOT NULL,
    label TEXT NOT NULL,
    value REAL,
    note TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "reference_labels" VALUES(1,'2026-11-21T14:47:18.572466+00:00','import','biopsy.csv','1.2.826.0.1.1','',0.0,'','0000000000000000000000000000000000000000000000000000000000000000','fdb8603a14aebcc35089a50ffc650c21de02867bf78aee1e2266b53009d7454b');
INSERT INTO "reference_labels" VALUES(2,'2026-11-21T14:47:18.572466+00:00','import','biopsy.csv','1.2.826.0.1.2','',0.0,'','fdb8603a14aebcc35089a50ffc650c21de02867bf78aee1e2266b53009d7454b','00f412c3ca2c7d4660d12158647a1c6edb4433c334e501782df250e75c604375');
INSERT INTO "reference_labels" VALUES(3,'2026-11-21T14:47:18.572466+00:00','import','biopsy.csv','1.2.826.0.1.3','',0.0,'','00f412c3ca2c7d4660d12158647a1c6edb4433c334e501782df250e75c604375','708829b7b7a015297680f9df94014f5fc0c437cc215e95e09124e5c23d72d313');
INSERT INTO "reference_labels" VALUES(4,'2026-11-21T14:47:18.572466+00:00','import','biopsy.csv','1.2.826.0.1.4','',1.0,'','708829b7b7a015297680f9df94014f5fc0c437cc215e95e09124e5c23d72d313','2081e0bcba522247d71c8e6eaee9d33483302804b6e0323bf3c61474e0757dda');
INSERT INTO "reference_labels" VALUES(5,'2026-11-21T14:47:18.572466+00:00','import','biopsy.csv','1.2.826.0.1.5','',0.0,'','2081e0bcba522247d71c8e6eaee9d33483302804b6e0323bf3c61474e0757dda','269a7b4d9b6baf013cd1fc51ac2a9c118108430a1736a619707e7071bedccbef');
INSERT INTO "reference_labels" VALUES(6,'2026-11-21T14:47:18.572466+00:00','import','biopsy.csv','1.2.826.0.1.6','',0.0,'','269a7b4d9b6baf013cd1fc51ac2a9c118108430a1736a619707e7071bedccbef','db157bc7d7024b9805d2fa866db476f00d2b5bfbcd01d039fa6b46aaacb83ecd');
INSERT INTO "reference_labels" VALUES(7,'2026-11-21T14:47:18.572466+00:00','import','biopsy.csv','1.2.826.0.1.7','',1.0,'','db157bc7d7024b9805d2fa866db476f00d2b5bfbcd01d039fa6b46aaacb83ecd','c0dccab237f579b32918f8493c1d5d380d2eb6300181b42706e2bdc42e149061');
INSERT INTO "reference_labels" VALUES(8,'2026-11-21T14:47:18.572466+00:00','import','biopsy.csv','1.2.826.0.1.8','',0.0,'','c0dccab237f579b32918f8493c1d5d380d2eb6300181b42706e2bdc42e149061','f2eca50ac64988dfb789d51bd65a01980da80b76ffb4f654e06307d7eb27b113');
CREATE TABLE site_samples (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    model_id TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    seed INTEGER NOT NULL,
    plan TEXT NOT NULL,
    studies TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "site_samples" VALUES(1,'2026-11-21T14:47:18.729370+00:00','Ada','chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e',7,'{"size": 2}','["1.2.826.0.1.1", "1.2.826.0.1.2"]','0000000000000000000000000000000000000000000000000000000000000000','5bb726b6f43eac91ae060aa3ca9d54e596c3c7fd7b11069a4cbdb1a9388688d3');
CREATE TABLE studies (
    id INTEGER PRIMARY KEY,
    folder TEXT NOT NULL,
    study_id TEXT NOT NULL,
    patient_id TEXT NOT NULL,
    patient_name TEXT NOT NULL,
    age_years REAL,
    sex TEXT NOT NULL,
    body_part TEXT NOT NULL,
    view TEXT NOT NULL,
    accession TEXT NOT NULL,
    arrived TEXT NOT NULL,
    first_seen TEXT NOT NULL, patient_issuer TEXT NOT NULL DEFAULT '', manufacturer TEXT NOT NULL DEFAULT '', modality TEXT NOT NULL DEFAULT '', taken TEXT NOT NULL DEFAULT '',
    UNIQUE (folder, study_id)
);
INSERT INTO "studies" VALUES(1,'films','1.2.826.0.1.1','','Made^Up0',0.7,'F','CHEST','AP','','2026-01-13T07:56:19.286791','2026-01-13T07:56:19.286791+00:00','','','DX','2026-01-13T07:56:19.286791');
INSERT INTO "studies" VALUES(2,'films','1.2.826.0.1.2','P00000','Made^Up1',4.0,'F','CHEST','AP','','2026-02-03T11:48:22.190008','2026-02-03T11:48:22.190008+00:00','','Aster Imaging','DX','2026-02-03T11:48:22.190008');
INSERT INTO "studies" VALUES(3,'films','1.2.826.0.1.3','P00001','Made^Up2',0.6,'M','CHEST','AP','','2026-02-13T12:28:06.218015','2026-02-13T12:28:06.218015+00:00','','Aster Imaging','DX','2026-02-13T12:28:06.218015');
INSERT INTO "studies" VALUES(4,'films','1.2.826.0.1.4','','Made^Up3',2.5,'M','CHEST','PA','','2026-04-26T19:34:22.769273','2026-04-26T19:34:22.769273+00:00','','Aster Imaging','DX','2026-04-26T19:34:22.769273');
INSERT INTO "studies" VALUES(5,'films','1.2.826.0.1.5','P00002','Made^Up4',2.0,'F','CHEST','AP','','2026-04-28T13:40:43.947116','2026-04-28T13:40:43.947116+00:00','','Boreal','DX','2026-04-28T13:40:43.947116');
INSERT INTO "studies" VALUES(6,'films','1.2.826.0.1.6','P00002','Made^Up5',4.0,'F','CHEST','AP','','2026-05-29T14:20:50.147252','2026-05-29T14:20:50.147252+00:00','','Boreal','DX','2026-05-29T14:20:50.147252');
INSERT INTO "studies" VALUES(7,'films','1.2.826.0.1.7','','Made^Up6',3.3,'F','CHEST','AP','','2026-07-04T07:46:40.530268','2026-07-04T07:46:40.530268+00:00','','Boreal','DX','2026-07-04T07:46:40.530268');
INSERT INTO "studies" VALUES(8,'films','1.2.826.0.1.8','P00003','Made^Up7',0.8,'M','CHEST','AP','','2026-07-05T12:20:42.856949','2026-07-05T12:20:42.856949+00:00','','Aster Imaging','DX','2026-07-05T12:20:42.856949');
CREATE TABLE verdicts (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    reader TEXT NOT NULL,
    study_id TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('abnormal', 'normal', 'unsure')),
    confidence INTEGER NOT NULL CHECK (confidence BETWEEN 1 AND 5),
    comment TEXT NOT NULL,
    seconds REAL NOT NULL,
    model_shown INTEGER NOT NULL,
    model_id TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    band TEXT NOT NULL,
    score REAL,
    images TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "verdicts" VALUES(1,'2026-01-13T09:39:42.405201+00:00','Ben','1.2.826.0.1.1','normal',5,'',2.89650335999033963219e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','low probability',2.00857134384905017254e-01,'["cf6eb5b8d8a90928ba6a2013282b37050ab59f8ddd491d5d8cf44e3299ba1af0"]','0000000000000000000000000000000000000000000000000000000000000000','ef5022fb3bc79048812e574ae330bf9cd115ed260279aeb576bb77d0f0b6544c');
INSERT INTO "verdicts" VALUES(2,'2026-01-13T12:22:09.077685+00:00','Ada','1.2.826.0.1.1','abnormal',3,'',2.6413770419708963999e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','low probability',2.00857134384905017254e-01,'["cf6eb5b8d8a90928ba6a2013282b37050ab59f8ddd491d5d8cf44e3299ba1af0"]','ef5022fb3bc79048812e574ae330bf9cd115ed260279aeb576bb77d0f0b6544c','c3d20bb04689c54fae65ca238d752a26e1833dc70e2a43d402c2ba36052c65f4');
INSERT INTO "verdicts" VALUES(3,'2026-02-03T13:17:05.655971+00:00','Ada','1.2.826.0.1.2','normal',4,'',3.49710134621084307578e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','low probability',1.71551780973675405128e-01,'["92c3443779ddd6d08c2058014e900e8cf9bedb4805858054ea8fa7fac30f4edc"]','c3d20bb04689c54fae65ca238d752a26e1833dc70e2a43d402c2ba36052c65f4','f791db76329b784f9fbc3124f5f3026d87bff44b14e13ba5b8b638025f1bc8fb');
INSERT INTO "verdicts" VALUES(4,'2026-02-03T22:45:26.013389+00:00','Ben','1.2.826.0.1.2','normal',3,'',7.89077824563644583113e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','low probability',1.71551780973675405128e-01,'["92c3443779ddd6d08c2058014e900e8cf9bedb4805858054ea8fa7fac30f4edc"]','f791db76329b784f9fbc3124f5f3026d87bff44b14e13ba5b8b638025f1bc8fb','27b5edca9d9d80b2520f44ddc087fcd90a26fe3fb0fa577bd31c829c4dc7f1c5');
INSERT INTO "verdicts" VALUES(5,'2026-02-13T23:19:52.554491+00:00','Ada','1.2.826.0.1.3','normal',4,'',4.14637609596511609328e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','uncertain',5.25537506545828869697e-01,'["59901507f5178c288362676fa7504f4453f929928edf3d207f2fc72acf13113d"]','27b5edca9d9d80b2520f44ddc087fcd90a26fe3fb0fa577bd31c829c4dc7f1c5','3df273122e270c3587e6cad211481ace05b8d5d99587f4ebfb6995b08bb561a9');
INSERT INTO "verdicts" VALUES(6,'2026-02-14T04:52:06.253209+00:00','Ben','1.2.826.0.1.3','normal',5,'',3.34965235221552148914e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','uncertain',5.25537506545828869697e-01,'["59901507f5178c288362676fa7504f4453f929928edf3d207f2fc72acf13113d"]','3df273122e270c3587e6cad211481ace05b8d5d99587f4ebfb6995b08bb561a9','607967e43bd06336cf9ca2c217665b259c2e466d5be093a1b1fc143ddd5edab1');
INSERT INTO "verdicts" VALUES(7,'2026-04-27T03:08:53.371708+00:00','Ben','1.2.826.0.1.4','abnormal',4,'',4.25198142366638052189e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','likely abnormal',9.78714401963668212403e-01,'["a20a35b3ac31342f85c8275a3e6532cd86b167c3d3485069e8b316706c9fecd7"]','607967e43bd06336cf9ca2c217665b259c2e466d5be093a1b1fc143ddd5edab1','b8a1b8158e56a06af38cc5be6fd38c53c35ed100d2c0deadf42e63345a26f5bb');
INSERT INTO "verdicts" VALUES(8,'2026-04-27T11:38:25.587487+00:00','Ada','1.2.826.0.1.4','abnormal',5,'',8.13912519810331147596e+00,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','likely abnormal',9.78714401963668212403e-01,'["a20a35b3ac31342f85c8275a3e6532cd86b167c3d3485069e8b316706c9fecd7"]','b8a1b8158e56a06af38cc5be6fd38c53c35ed100d2c0deadf42e63345a26f5bb','a7b94ecf828761e663d9d0b204bf66dff420d19f6ae1e908bae710fcf81cbed8');
INSERT INTO "verdicts" VALUES(9,'2026-04-28T22:47:06.773178+00:00','Ben','1.2.826.0.1.5','normal',5,'',2.85561230453700716225e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','uncertain',3.82639202005975231912e-01,'["b8d886ba595392eb0bdb4c0368ca258e11c0061b347c4c9ba88ca8eea15c61eb"]','a7b94ecf828761e663d9d0b204bf66dff420d19f6ae1e908bae710fcf81cbed8','ff9176170dc4a2d687f7370948376076ded6e6902b3e34fbee9f1057b1d1e726');
INSERT INTO "verdicts" VALUES(10,'2026-04-28T23:07:26.256656+00:00','Ada','1.2.826.0.1.5','normal',2,'',2.83367822559346471678e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','uncertain',3.82639202005975231912e-01,'["b8d886ba595392eb0bdb4c0368ca258e11c0061b347c4c9ba88ca8eea15c61eb"]','ff9176170dc4a2d687f7370948376076ded6e6902b3e34fbee9f1057b1d1e726','6e992abb838d6c4ed514b269e5d09fe8c07236a2e120cdafcdd64425d9187899');
INSERT INTO "verdicts" VALUES(11,'2026-05-30T01:13:04.960932+00:00','Ada','1.2.826.0.1.6','normal',4,'',2.95379244369697033798e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','low probability',1.14776758752273333463e-01,'["6a6920e31e5fc9b9b32f25c4ffa7e4b1edd7eda2d29b97c99b0a4e819322e74d"]','6e992abb838d6c4ed514b269e5d09fe8c07236a2e120cdafcdd64425d9187899','c98e4f08901d4e0424c4a05157592bb3c888e5598b120f830080244a66b6286d');
INSERT INTO "verdicts" VALUES(12,'2026-05-30T09:48:24.899711+00:00','Ben','1.2.826.0.1.6','normal',5,'',2.39520395618023655974e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','low probability',1.14776758752273333463e-01,'["6a6920e31e5fc9b9b32f25c4ffa7e4b1edd7eda2d29b97c99b0a4e819322e74d"]','c98e4f08901d4e0424c4a05157592bb3c888e5598b120f830080244a66b6286d','a259438b23a69d83380723237b887b39032be3fdbf34f59e26fe24da8725a9bb');
INSERT INTO "verdicts" VALUES(13,'2026-07-05T02:10:18.295031+00:00','Ada','1.2.826.0.1.7','abnormal',5,'',3.48101561936438628217e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','likely abnormal',9.62493928327038505976e-01,'["47cab7df435849fed919fba0e366f513454901c766d505e408deea266819e45d"]','a259438b23a69d83380723237b887b39032be3fdbf34f59e26fe24da8725a9bb','88917dbbdf3c835920403dd19989bd08604b647d8ff600b9c8a2a578094d0c4a');
INSERT INTO "verdicts" VALUES(14,'2026-07-05T03:02:36.928048+00:00','Ben','1.2.826.0.1.7','abnormal',5,'',4.20932879151710110949e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','likely abnormal',9.62493928327038505976e-01,'["47cab7df435849fed919fba0e366f513454901c766d505e408deea266819e45d"]','88917dbbdf3c835920403dd19989bd08604b647d8ff600b9c8a2a578094d0c4a','57e203b8052fbc976246323f0d55e53ac8c32f8f317e230fba5d59d4590a622b');
INSERT INTO "verdicts" VALUES(15,'2026-07-05T21:09:50.607676+00:00','Ada','1.2.826.0.1.8','normal',2,'',1.54207543400837021607e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','uncertain',0.601698277818045,'["2bfebb2b01e56d5d931cda3d43908cad32dcee07e1ed2d2813b25713b481970f"]','57e203b8052fbc976246323f0d55e53ac8c32f8f317e230fba5d59d4590a622b','7a4d28813dba60217aa04e2dfc066311d7212ec107661eb5069bae8c27988bc4');
INSERT INTO "verdicts" VALUES(16,'2026-07-06T06:01:16.946428+00:00','Ben','1.2.826.0.1.8','abnormal',5,'',2.30811767037410895406e+01,1,'chest-pneumonia','1fdc7d479347f923a1556f330f6775f7ff5f6c8fa2eeb22e7586401c5849fa7e','uncertain',0.601698277818045,'["2bfebb2b01e56d5d931cda3d43908cad32dcee07e1ed2d2813b25713b481970f"]','7a4d28813dba60217aa04e2dfc066311d7212ec107661eb5069bae8c27988bc4','e74e384633033f3b82a21399e2799a35e5d58556f7fd1bc03d4436b1abc9f39c');
INSERT INTO "verdicts" VALUES(17,'2026-11-21T14:47:18.616453+00:00','Ben','1.2.826.0.1.1','abnormal',4,'näher ansehen',12.0,1,'m','abababababababababababababababababababababababababababababababab','uncertain',0.25,'["cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"]','e74e384633033f3b82a21399e2799a35e5d58556f7fd1bc03d4436b1abc9f39c','dc65c7f7473ad2fa69217166aaf5fa7f507bd9943e0d324022858ca2c731a646');
CREATE TABLE withdrawals (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    reader TEXT NOT NULL,
    verdict INTEGER NOT NULL UNIQUE REFERENCES verdicts(number),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
INSERT INTO "withdrawals" VALUES(1,'2026-11-21T14:47:18.646671+00:00','Ben',17,'0000000000000000000000000000000000000000000000000000000000000000','59b98600c328921ed81314ded5adcde4846dbbaeb4ee89e1e01d44e332e9d56c');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX verdicts_by_study ON verdicts (study_id);
CREATE TRIGGER verdicts_keep BEFORE UPDATE ON verdicts
    BEGIN SELECT RAISE(ABORT, 'verdicts are never changed'); END;
CREATE TRIGGER verdicts_stay BEFORE DELETE ON verdicts
    BEGIN SELECT RAISE(ABORT, 'verdicts are never deleted'); END;
CREATE TRIGGER audit_keep BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_stay BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is never deleted'); END;
CREATE INDEX annotations_by_image ON annotations (content_hash, frame, reader);
CREATE TRIGGER annotations_keep BEFORE UPDATE ON annotations
    BEGIN SELECT RAISE(ABORT, 'annotations are never changed'); END;
CREATE TRIGGER annotations_stay BEFORE DELETE ON annotations
    BEGIN SELECT RAISE(ABORT, 'annotations are never deleted'); END;
CREATE INDEX findings_by_verdict ON findings (verdict);
CREATE TRIGGER findings_keep BEFORE UPDATE ON findings
    BEGIN SELECT RAISE(ABORT, 'findings are never changed'); END;
CREATE TRIGGER findings_stay BEFORE DELETE ON findings
    BEGIN SELECT RAISE(ABORT, 'findings are never deleted'); END;
CREATE TRIGGER withdrawals_keep BEFORE UPDATE ON withdrawals
    BEGIN SELECT RAISE(ABORT, 'withdrawals are never changed'); END;
CREATE TRIGGER withdrawals_stay BEFORE DELETE ON withdrawals
    BEGIN SELECT RAISE(ABORT, 'withdrawals are never deleted'); END;
CREATE INDEX reference_labels_by_study ON reference_labels (study_id);
CREATE INDEX operating_versions_by_model ON operating_versions (model_id, model_sha256);
CREATE TRIGGER reference_labels_keep BEFORE UPDATE ON reference_labels
    BEGIN SELECT RAISE(ABORT, 'reference labels are never changed'); END;
CREATE TRIGGER reference_labels_stay BEFORE DELETE ON reference_labels
    BEGIN SELECT RAISE(ABORT, 'reference labels are never deleted'); END;
CREATE TRIGGER error_tags_keep BEFORE UPDATE ON error_tags
    BEGIN SELECT RAISE(ABORT, 'error tags are never changed'); END;
CREATE TRIGGER error_tags_stay BEFORE DELETE ON error_tags
    BEGIN SELECT RAISE(ABORT, 'error tags are never deleted'); END;
CREATE TRIGGER label_corrections_keep BEFORE UPDATE ON label_corrections
    BEGIN SELECT RAISE(ABORT, 'label corrections are never changed'); END;
CREATE TRIGGER label_corrections_stay BEFORE DELETE ON label_corrections
    BEGIN SELECT RAISE(ABORT, 'label corrections are never deleted'); END;
CREATE TRIGGER operating_versions_keep BEFORE UPDATE ON operating_versions
    BEGIN SELECT RAISE(ABORT, 'operating versions are never changed'); END;
CREATE TRIGGER operating_versions_stay BEFORE DELETE ON operating_versions
    BEGIN SELECT RAISE(ABORT, 'operating versions are never deleted'); END;
CREATE TRIGGER site_samples_keep BEFORE UPDATE ON site_samples
    BEGIN SELECT RAISE(ABORT, 'site samples are never changed'); END;
CREATE TRIGGER site_samples_stay BEFORE DELETE ON site_samples
    BEGIN SELECT RAISE(ABORT, 'site samples are never deleted'); END;
CREATE TRIGGER finding_confidence_keep BEFORE UPDATE ON finding_confidence
    BEGIN SELECT RAISE(ABORT, 'finding confidence are never changed'); END;
CREATE TRIGGER finding_confidence_stay BEFORE DELETE ON finding_confidence
    BEGIN SELECT RAISE(ABORT, 'finding confidence are never deleted'); END;
CREATE INDEX promotions_by_model ON promotions (model_id);
CREATE TRIGGER accounts_keep BEFORE UPDATE ON accounts
    BEGIN SELECT RAISE(ABORT, 'accounts are never changed'); END;
CREATE TRIGGER accounts_stay BEFORE DELETE ON accounts
    BEGIN SELECT RAISE(ABORT, 'accounts are never deleted'); END;
CREATE TRIGGER promotions_keep BEFORE UPDATE ON promotions
    BEGIN SELECT RAISE(ABORT, 'promotions are never changed'); END;
CREATE TRIGGER promotions_stay BEFORE DELETE ON promotions
    BEGIN SELECT RAISE(ABORT, 'promotions are never deleted'); END;
CREATE TRIGGER exclusions_keep BEFORE UPDATE ON exclusions
    BEGIN SELECT RAISE(ABORT, 'exclusions are never changed'); END;
CREATE TRIGGER exclusions_stay BEFORE DELETE ON exclusions
    BEGIN SELECT RAISE(ABORT, 'exclusions are never deleted'); END;
COMMIT;
