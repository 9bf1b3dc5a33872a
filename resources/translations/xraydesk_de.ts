<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
    <context>
        <name>AccountButton</name>
        <message>
            <source>Who is signed in</source>
            <translation>Wer angemeldet ist</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>Jetzt sperren</translation>
        </message>
        <message>
            <source>Change password …</source>
            <translation>Passwort ändern …</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Abmelden</translation>
        </message>
        <message>
            <source>{name} is signed in; role: {role}</source>
            <translation>{name} ist angemeldet; Rolle: {role}</translation>
        </message>
    </context>
    <context>
        <name>AccountDialog</name>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>A password has {count} characters at least.</source>
            <translation>Ein Passwort hat mindestens {count} Zeichen.</translation>
        </message>
        <message>
            <source>The two passwords are not the same.</source>
            <translation>Die beiden Passwörter sind nicht gleich.</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>Wird gespeichert …</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Present password</source>
            <translation>Bisheriges Passwort</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>Neues Passwort</translation>
        </message>
        <message>
            <source>New password again</source>
            <translation>Neues Passwort noch einmal</translation>
        </message>
    </context>
    <context>
        <name>AdminPage</name>
        <message>
            <source>There is nothing to look after yet: no model is loaded.</source>
            <translation>Noch nichts zu verwalten: Es ist kein Modell geladen.</translation>
        </message>
    </context>
    <context>
        <name>AdminPages</name>
        <message>
            <source>Training data</source>
            <translation>Trainingsdaten</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleich</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Audit log</source>
            <translation>Prüfprotokoll</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
    </context>
    <context>
        <name>AgreementPage</name>
        <message>
            <source>Normal or abnormal</source>
            <translation>Normal oder auffällig</translation>
        </message>
        <message>
            <source>“Unsure” as an answer of its own</source>
            <translation>„Unsicher“ als eigene Antwort</translation>
        </message>
        <message>
            <source>Rating in 11 steps, weighted</source>
            <translation>Einstufung in 11 Schritten, gewichtet</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>Übereinstimmung</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Verdicts</source>
            <translation>Beurteilungen</translation>
        </message>
        <message>
            <source>{chosen} of {count} readers</source>
            <translation>{chosen} von {count} Befundern</translation>
        </message>
        <message>
            <source>All readers</source>
            <translation>Alle Befunder</translation>
        </message>
        <message>
            <source>What readers say now</source>
            <translation>Was Befunder jetzt sagen</translation>
        </message>
        <message>
            <source>Said without the model's answer</source>
            <translation>Ohne die Antwort des Modells gesagt</translation>
        </message>
        <message>
            <source>Whose answers are compared</source>
            <translation>Wessen Antworten verglichen werden</translation>
        </message>
        <message>
            <source>Agreement of every pair</source>
            <translation>Übereinstimmung jedes Paares</translation>
        </message>
        <message>
            <source>Answers of the chosen pair</source>
            <translation>Antworten des gewählten Paares</translation>
        </message>
        <message>
            <source>All readers together</source>
            <translation>Alle Befunder zusammen</translation>
        </message>
        <message>
            <source>Before and after the model's answer</source>
            <translation>Vor und nach der Antwort des Modells</translation>
        </message>
        <message>
            <source>What the model's answer changed</source>
            <translation>Was die Antwort des Modells geändert hat</translation>
        </message>
    </context>
    <context>
        <name>AgreementWords</name>
        <message>
            <source>Pair</source>
            <translation>Paar</translation>
        </message>
        <message>
            <source>Studies</source>
            <translation>Untersuchungen</translation>
        </message>
        <message>
            <source>Studies that both answered</source>
            <translation>Untersuchungen, die beide beantwortet haben</translation>
        </message>
        <message>
            <source>Kappa</source>
            <translation>Kappa</translation>
        </message>
        <message>
            <source>Cohen's kappa with its 95 % interval by bootstrap</source>
            <translation>Cohens Kappa mit seinem 95-%-Intervall durch Bootstrap</translation>
        </message>
        <message>
            <source>Same answer</source>
            <translation>Gleiche Antwort</translation>
        </message>
        <message>
            <source>PABAK</source>
            <translation>PABAK</translation>
        </message>
        <message>
            <source>Kappa if all answers were equally common</source>
            <translation>Kappa, wenn alle Antworten gleich häufig wären</translation>
        </message>
        <message>
            <source>First: abnormal</source>
            <translation>Erster: auffällig</translation>
        </message>
        <message>
            <source>Share of the first's answers</source>
            <translation>Anteil an den Antworten des Ersten</translation>
        </message>
        <message>
            <source>Second: abnormal</source>
            <translation>Zweiter: auffällig</translation>
        </message>
        <message>
            <source>Share of the second's answers</source>
            <translation>Anteil an den Antworten des Zweiten</translation>
        </message>
        <message>
            <source>Agree on abnormal</source>
            <translation>Einig bei auffällig</translation>
        </message>
        <message>
            <source>Positive agreement</source>
            <translation>Positive Übereinstimmung</translation>
        </message>
        <message>
            <source>Agree on normal</source>
            <translation>Einig bei normal</translation>
        </message>
        <message>
            <source>Negative agreement</source>
            <translation>Negative Übereinstimmung</translation>
        </message>
        <message>
            <source>Prevalence</source>
            <translation>Prävalenz</translation>
        </message>
        <message>
            <source>Both abnormal less both normal; far from 0 kappa is low however well they agree</source>
            <translation>Beide auffällig weniger beide normal; weit von 0 ist Kappa niedrig, wie gut auch immer sie übereinstimmen</translation>
        </message>
        <message>
            <source>Bias</source>
            <translation>Verzerrung</translation>
        </message>
        <message>
            <source>How much more often the first says abnormal</source>
            <translation>Wie viel öfter der Erste auffällig sagt</translation>
        </message>
        <message>
            <source>{count}, few</source>
            <translation>{count}, wenige</translation>
        </message>
        <message>
            <source>Fewer than {fewest} studies, or fewer than 10 of one answer</source>
            <translation>Weniger als {fewest} Untersuchungen oder weniger als 10 einer Antwort</translation>
        </message>
        <message>
            <source>{first} and {second}: no kappa. {why}.</source>
            <translation>{first} und {second}: kein Kappa. {why}.</translation>
        </message>
        <message>
            <source>{first} and {second} answered {count} studies in common: kappa {kappa}, {word}.</source>
            <translation>{first} und {second} haben {count} Untersuchungen gemeinsam beantwortet: Kappa {kappa}, {word}.</translation>
        </message>
        <message>
            <source>{first} and {second} answered one study in common: kappa {kappa}, {word}.</source>
            <translation>{first} und {second} haben eine Untersuchung gemeinsam beantwortet: Kappa {kappa}, {word}.</translation>
        </message>
        <message>
            <source>{name} gave one and the same answer throughout: kappa is 0 then, whatever the other says.</source>
            <translation>{name} hat durchweg dieselbe Antwort gegeben: Kappa ist dann 0, was immer der andere sagt.</translation>
        </message>
        <message>
            <source>{name} called {share} abnormal.</source>
            <translation>{name} nannte {share} auffällig.</translation>
        </message>
        <message>
            <source>These are few: the interval matters more than the figure.</source>
            <translation>Das sind wenige: Das Intervall sagt mehr als die Zahl.</translation>
        </message>
        <message>
            <source>{name}: {answer}</source>
            <translation>{name}: {answer}</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Answers left out as “unsure”: {count}.</source>
            <translation>Als „unsicher“ ausgelassene Antworten: {count}.</translation>
        </message>
        <message>
            <source>Answers given with the model's in sight, which raises agreement with it: {count}.</source>
            <translation>Antworten bei sichtbarer Antwort des Modells, was die Übereinstimmung mit ihm erhöht: {count}.</translation>
        </message>
        <message>
            <source>Fleiss' kappa of {readers} readers on what all of them read ({count}): {value}.</source>
            <translation>Fleiss' Kappa von {readers} Befundern bei dem, was alle befundet haben ({count}): {value}.</translation>
        </message>
        <message>
            <source>Krippendorff's alpha of {readers} readers on what has two answers or more ({count}): {value}.</source>
            <translation>Krippendorffs Alpha von {readers} Befundern bei dem, was mindestens zwei Antworten hat ({count}): {value}.</translation>
        </message>
        <message>
            <source>Verdicts changed by seeing the model's answer: {changed} of {count}, {towards} to its side.</source>
            <translation>Durch die Antwort des Modells geänderte Urteile: {changed} von {count}, davon {towards} auf seine Seite.</translation>
        </message>
        <message>
            <source>The model's middle band counts as “unsure”.</source>
            <translation>Das mittlere Band des Modells zählt als „unsicher“.</translation>
        </message>
        <message>
            <source>1 is surely normal, 6 unsure, 11 surely abnormal; weights are quadratic. The model gives no rating.</source>
            <translation>1 ist sicher normal, 6 unsicher, 11 sicher auffällig; die Gewichte sind quadratisch. Das Modell gibt keine Einstufung.</translation>
        </message>
        <message>
            <source>Intervals: studies of one patient were drawn together.</source>
            <translation>Intervalle: Untersuchungen eines Patienten wurden gemeinsam gezogen.</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Befunder</translation>
        </message>
        <message>
            <source>Read twice</source>
            <translation>Zweimal beurteilt</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>To the model's side</source>
            <translation>Zur Seite des Modells</translation>
        </message>
        <message>
            <source>For the better</source>
            <translation>Zum Besseren</translation>
        </message>
        <message>
            <source>Right only after; truth known</source>
            <translation>Nur danach richtig; Wahrheit bekannt</translation>
        </message>
        <message>
            <source>For the worse</source>
            <translation>Zum Schlechteren</translation>
        </message>
        <message>
            <source>Right only before; truth known</source>
            <translation>Nur davor richtig; Wahrheit bekannt</translation>
        </message>
        <message>
            <source>Right before</source>
            <translation>Davor richtig</translation>
        </message>
        <message>
            <source>Right after</source>
            <translation>Danach richtig</translation>
        </message>
        <message>
            <source>p</source>
            <translation>p</translation>
        </message>
        <message>
            <source>McNemar's exact test: better and worse equally likely</source>
            <translation>Exakter McNemar-Test: besser und schlechter gleich wahrscheinlich</translation>
        </message>
        <message>
            <source>All together</source>
            <translation>Alle zusammen</translation>
        </message>
        <message>
            <source>Whether for the better cannot be said: of none of them is it known what is true.</source>
            <translation>Ob zum Besseren, lässt sich nicht sagen: Bei keiner ist bekannt, was wahr ist.</translation>
        </message>
        <message>
            <source>{better} became right by it, {worse} became wrong ({p}).</source>
            <translation>{better} wurden dadurch richtig, {worse} wurden falsch ({p}).</translation>
        </message>
        <message>
            <source>What is taken as true was made of these very verdicts: better and worse say little here.</source>
            <translation>Was als wahr gilt, wurde aus eben diesen Beurteilungen gebildet: Besser und schlechter sagen hier wenig.</translation>
        </message>
    </context>
    <context>
        <name>AnswerRow</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>ApartBlock</name>
        <message>
            <source>Where they disagree</source>
            <translation>Wo sie sich widersprechen</translation>
        </message>
        <message>
            <source>Studies on which the two disagree</source>
            <translation>Untersuchungen, bei denen sich die beiden widersprechen</translation>
        </message>
        <message>
            <source>Both say the same of every study.</source>
            <translation>Beide sagen von jeder Untersuchung dasselbe.</translation>
        </message>
        <message>
            <source>They disagree on one study.</source>
            <translation>Sie widersprechen sich bei einer Untersuchung.</translation>
        </message>
        <message>
            <source>They disagree on {count} studies.</source>
            <translation>Sie widersprechen sich bei {count} Untersuchungen.</translation>
        </message>
        <message>
            <source>Abnormal ones that only the challenger misses come first: {missed}.</source>
            <translation>Auffällige, die nur der Herausforderer übersieht, stehen vorn: {missed}.</translation>
        </message>
        <message>
            <source>champion wrong</source>
            <translation>bisheriges falsch</translation>
        </message>
        <message>
            <source>challenger wrong</source>
            <translation>Herausforderer falsch</translation>
        </message>
        <message>
            <source>champion {score}</source>
            <translation>bisheriges {score}</translation>
        </message>
        <message>
            <source>challenger {score}</source>
            <translation>Herausforderer {score}</translation>
        </message>
        <message>
            <source>abnormal</source>
            <translation>auffällig</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>unauffällig</translation>
        </message>
    </context>
    <context>
        <name>AuditPage</name>
        <message>
            <source>Verify</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Every row is checked …</source>
            <translation>Jede Zeile wird geprüft …</translation>
        </message>
        <message>
            <source>{shown} of {count} entries</source>
            <translation>{shown} von {count} Einträgen</translation>
        </message>
        <message>
            <source>✓ All is as it was written: {count} entries, every sealed row checked.</source>
            <translation>✓ Alles ist so, wie es geschrieben wurde: {count} Einträge, jede versiegelte Zeile geprüft.</translation>
        </message>
        <message>
            <source>✗ The logs were changed from outside. Keep the file as it is and tell whoever is responsible for this installation.</source>
            <translation>✗ Die Protokolle wurden von außen verändert. Lassen Sie die Datei, wie sie ist, und verständigen Sie, wer für diese Installation verantwortlich ist.</translation>
        </message>
        <message>
            <source>Search: name, date, action …</source>
            <translation>Suche: Name, Datum, Tätigkeit …</translation>
        </message>
        <message>
            <source>Search the audit log</source>
            <translation>Prüfprotokoll durchsuchen</translation>
        </message>
        <message>
            <source>What was done to the logs</source>
            <translation>Was an den Protokollen verändert wurde</translation>
        </message>
        <message>
            <source>Audit log</source>
            <translation>Prüfprotokoll</translation>
        </message>
        <message>
            <source>Entries of the audit log, the newest first</source>
            <translation>Einträge des Prüfprotokolls, die neuesten zuerst</translation>
        </message>
    </context>
    <context>
        <name>AuditWords</name>
        <message>
            <source>gave a verdict</source>
            <translation>gab eine Beurteilung ab</translation>
        </message>
        <message>
            <source>took a verdict back</source>
            <translation>nahm eine Beurteilung zurück</translation>
        </message>
        <message>
            <source>entered what is true</source>
            <translation>trug ein, was wahr ist</translation>
        </message>
        <message>
            <source>changed operating points</source>
            <translation>änderte Arbeitspunkte</translation>
        </message>
        <message>
            <source>named an error</source>
            <translation>benannte einen Fehler</translation>
        </message>
        <message>
            <source>proposed a label</source>
            <translation>schlug ein Label vor</translation>
        </message>
        <message>
            <source>drew a sample of studies</source>
            <translation>zog eine Stichprobe von Untersuchungen</translation>
        </message>
        <message>
            <source>changed an account</source>
            <translation>änderte ein Konto</translation>
        </message>
        <message>
            <source>exported the log</source>
            <translation>exportierte das Protokoll</translation>
        </message>
        <message>
            <source>signed in</source>
            <translation>meldete sich an</translation>
        </message>
        <message>
            <source>failed to sign in</source>
            <translation>meldete sich vergeblich an</translation>
        </message>
        <message>
            <source>put a model in use</source>
            <translation>nahm ein Modell in Gebrauch</translation>
        </message>
        <message>
            <source>changed a setting</source>
            <translation>änderte eine Einstellung</translation>
        </message>
        <message>
            <source>brought in or sent out a model</source>
            <translation>importierte oder exportierte ein Modell</translation>
        </message>
        <message>
            <source>trained a model</source>
            <translation>trainierte ein Modell</translation>
        </message>
        <message>
            <source>left films out of training</source>
            <translation>nahm Aufnahmen vom Training aus</translation>
        </message>
        <message>
            <source>brought the database to a newer version</source>
            <translation>hat die Datenbank auf eine neuere Version gebracht</translation>
        </message>
        <message>
            <source>had a folder scored</source>
            <translation>ließ einen Ordner bewerten</translation>
        </message>
        <message>
            <source>measured on a film</source>
            <translation>maß auf einer Aufnahme</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>Nr.</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Worüber</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
    </context>
    <context>
        <name>BandChips</name>
        <message>
            <source>Likely</source>
            <translation>Verdacht</translation>
        </message>
        <message>
            <source>Uncertain</source>
            <translation>Unklar</translation>
        </message>
        <message>
            <source>Not assessed</source>
            <translation>Unbeurteilt</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Gering</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Verdeckt</translation>
        </message>
    </context>
    <context>
        <name>Bands</name>
        <message>
            <source>Likely abnormal</source>
            <translation>Wahrscheinlich auffällig</translation>
        </message>
        <message>
            <source>Uncertain</source>
            <translation>Unklar</translation>
        </message>
        <message>
            <source>Not assessed</source>
            <translation>Nicht beurteilt</translation>
        </message>
        <message>
            <source>Low probability</source>
            <translation>Wenig wahrscheinlich</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Hidden until your first verdict</source>
            <translation>Verdeckt bis zu Ihrer ersten Beurteilung</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Notice</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <source>Close this notice</source>
            <translation>Hinweis schließen</translation>
        </message>
    </context>
    <context>
        <name>BlindDialog</name>
        <message>
            <source>The model's answer is in sight</source>
            <translation>Die Antwort des Modells ist sichtbar</translation>
        </message>
        <message>
            <source>Whoever has seen the model's answer cannot check it. It can be hidden until your first verdict while you read the sample; afterwards all is as before. With the answer in sight the readings are not blind, and what is kept of the check says so.</source>
            <translation>Wer die Antwort des Modells gesehen hat, kann sie nicht prüfen. Solange Sie die Stichprobe befunden, kann sie bis zu Ihrem ersten Urteil verborgen werden; danach ist alles wie zuvor. Mit sichtbarer Antwort sind die Befundungen nicht verblindet, und das wird mit der Prüfung festgehalten.</translation>
        </message>
        <message>
            <source>Hide it and read</source>
            <translation>Verbergen und befunden</translation>
        </message>
        <message>
            <source>Read with it in sight</source>
            <translation>Mit sichtbarer Antwort befunden</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>CasePanel</name>
        <message>
            <source>Map of the model</source>
            <translation>Karte des Modells</translation>
        </message>
        <message>
            <source>Open at the reading desk</source>
            <translation>Am Befundplatz öffnen</translation>
        </message>
        <message>
            <source>Choose a film of the gallery.</source>
            <translation>Wählen Sie eine Aufnahme der Galerie.</translation>
        </message>
        <message>
            <source>Loading …</source>
            <translation>Wird geladen …</translation>
        </message>
        <message>
            <source>P {probability}: {words}</source>
            <translation>P {probability}: {words}</translation>
        </message>
        <message>
            <source>No map: none was kept for this film</source>
            <translation>Keine Karte: Für diese Aufnahme wurde keine aufbewahrt</translation>
        </message>
        <message>
            <source>Kind of error</source>
            <translation>Fehlerart</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>What is known of the case</source>
            <translation>Was über den Fall bekannt ist</translation>
        </message>
    </context>
    <context>
        <name>CellPanel</name>
        <message>
            <source>Who is judged</source>
            <translation>Wer beurteilt wird</translation>
        </message>
        <message>
            <source>Only films with this kind of error</source>
            <translation>Nur Aufnahmen mit dieser Fehlerart</translation>
        </message>
        <message>
            <source>Maps over the films of the gallery</source>
            <translation>Karten über den Aufnahmen der Galerie</translation>
        </message>
        <message>
            <source>Save these films as a list …</source>
            <translation>Diese Aufnahmen als Liste speichern …</translation>
        </message>
        <message>
            <source>Save all proposed labels …</source>
            <translation>Alle vorgeschlagenen Labels speichern …</translation>
        </message>
        <message>
            <source>The list that xraydesk train and xraydesk evaluate take with --corrections</source>
            <translation>Die Liste, die xraydesk train und xraydesk evaluate mit --corrections annehmen</translation>
        </message>
        <message>
            <source>True: {truth}. Answer: {answer}. {studies}, the most wrong first.</source>
            <translation>Wahr: {truth}. Antwort: {answer}. {studies}, die am stärksten falschen zuerst.</translation>
        </message>
        <message>
            <source>No model and no reader has said anything of these studies yet.</source>
            <translation>Noch hat kein Modell und kein Befunder etwas zu diesen Untersuchungen gesagt.</translation>
        </message>
        <message>
            <source>all kinds of error</source>
            <translation>alle Fehlerarten</translation>
        </message>
        <message>
            <source>Who is judged, and how</source>
            <translation>Wer beurteilt wird und wie</translation>
        </message>
    </context>
    <context>
        <name>ChartMenu</name>
        <message>
            <source>Copy the picture</source>
            <translation>Bild kopieren</translation>
        </message>
        <message>
            <source>Save as SVG …</source>
            <translation>Als SVG speichern …</translation>
        </message>
        <message>
            <source>Save as PNG …</source>
            <translation>Als PNG speichern …</translation>
        </message>
        <message>
            <source>The chart was copied as a picture</source>
            <translation>Das Diagramm wurde als Bild kopiert</translation>
        </message>
        <message>
            <source>Save the chart</source>
            <translation>Diagramm speichern</translation>
        </message>
        <message>
            <source>The chart was saved</source>
            <translation>Das Diagramm wurde gespeichert</translation>
        </message>
    </context>
    <context>
        <name>CheatSheet</name>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>{one_key} or {other_key}</source>
            <translation>{one_key} oder {other_key}</translation>
        </message>
    </context>
    <context>
        <name>ClaimDesk</name>
        <message>
            <source>{reader} has had this open since {time}; you may read it too.</source>
            <translation>Seit {time} bei {reader} geöffnet; Sie dürfen ebenfalls befunden.</translation>
        </message>
    </context>
    <context>
        <name>ColourBar</name>
        <message>
            <source>No map: the model gave no answer to this image</source>
            <translation>Keine Karte: Das Modell hat dieses Bild nicht beurteilt</translation>
        </message>
        <message>
            <source>Nowhere on this film speaks for {finding}</source>
            <translation>Nichts auf dieser Aufnahme spricht für {finding}</translation>
        </message>
        <message>
            <source>{method}, evidence for {finding}: logits</source>
            <translation>{method}, Hinweise auf {finding}: Logits</translation>
        </message>
        <message>
            <source>{method}, whatever the finding: relative to its peak</source>
            <translation>{method}, unabhängig vom Befund: relativ zum Höchstwert</translation>
        </message>
        <message>
            <source>{method}, {finding}: relative to its peak</source>
            <translation>{method}, {finding}: relativ zum Höchstwert</translation>
        </message>
        <message>
            <source>relative</source>
            <translation>relativ</translation>
        </message>
        <message>
            <source>peak</source>
            <translation>Höchstwert</translation>
        </message>
        <message>
            <source>raw peak {peak}</source>
            <translation>Höchstwert {peak}</translation>
        </message>
    </context>
    <context>
        <name>ColumnMenu</name>
        <message>
            <source>Columns of the list</source>
            <translation>Spalten der Liste</translation>
        </message>
    </context>
    <context>
        <name>ColumnNames</name>
        <message>
            <source>Place in triage order</source>
            <translation>Platz in der Triage-Reihenfolge</translation>
        </message>
        <message>
            <source>Number of images</source>
            <translation>Anzahl der Aufnahmen</translation>
        </message>
        <message>
            <source>Body part and view</source>
            <translation>Körperregion und Projektion</translation>
        </message>
        <message>
            <source>Age and sex</source>
            <translation>Alter und Geschlecht</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Geschlecht</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Projektion</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>Wahrscheinlichkeit</translation>
        </message>
    </context>
    <context>
        <name>ColumnWords</name>
        <message>
            <source>Band</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Alter</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Geschl.</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Proj.</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>Eingang</translation>
        </message>
        <message>
            <source>Img</source>
            <translation>Anz</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Beurteilung</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>Einigkeit</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Place in triage order</source>
            <translation>Platz in der Triage-Reihenfolge</translation>
        </message>
        <message>
            <source>Sort by band</source>
            <translation>Nach Stufe sortieren</translation>
        </message>
        <message>
            <source>Sort by patient</source>
            <translation>Nach Patient sortieren</translation>
        </message>
        <message>
            <source>Sort by age</source>
            <translation>Nach Alter sortieren</translation>
        </message>
        <message>
            <source>Sort by sex</source>
            <translation>Nach Geschlecht sortieren</translation>
        </message>
        <message>
            <source>Calibrated probability of the label that the list is sorted by, else of the model's first label; the highest of all images of the study</source>
            <translation>Kalibrierte Wahrscheinlichkeit des Befunds, nach dem die Liste sortiert ist, sonst des ersten Befunds des Modells; die höchste aller Aufnahmen der Untersuchung</translation>
        </message>
        <message>
            <source>Why a study was not assessed, and the last verdict</source>
            <translation>Warum eine Untersuchung nicht beurteilt wurde, und die letzte Beurteilung</translation>
        </message>
        <message>
            <source>Sort by part</source>
            <translation>Nach Körperregion sortieren</translation>
        </message>
        <message>
            <source>Sort by view</source>
            <translation>Nach Projektion sortieren</translation>
        </message>
        <message>
            <source>Date of the study in the file; empty where the file does not tell it</source>
            <translation>Datum der Untersuchung laut Datei; leer, wenn die Datei keines nennt</translation>
        </message>
        <message>
            <source>Sort by arrived</source>
            <translation>Nach Eingang sortieren</translation>
        </message>
        <message>
            <source>Number of images</source>
            <translation>Anzahl der Aufnahmen</translation>
        </message>
        <message>
            <source>Time since the study was made</source>
            <translation>Zeit seit der Untersuchung</translation>
        </message>
        <message>
            <source>Unread, draft (begun, or the second verdict is awaited), read, or needs second read</source>
            <translation>Ungelesen, Entwurf (begonnen, oder die zweite Beurteilung steht aus), gelesen oder Zweitbefund nötig</translation>
        </message>
        <message>
            <source>Sort by verdict</source>
            <translation>Nach Beurteilung sortieren</translation>
        </message>
        <message>
            <source>Whether those who read the study agree</source>
            <translation>Ob die Befunder der Untersuchung übereinstimmen</translation>
        </message>
        <message>
            <source>The model that judged the study, and its version</source>
            <translation>Das Modell, das die Untersuchung beurteilt hat, und seine Version</translation>
        </message>
    </context>
    <context>
        <name>CompareBlock</name>
        <message>
            <source>Two on the same studies</source>
            <translation>Zwei bei denselben Untersuchungen</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleiche</translation>
        </message>
        <message>
            <source>with</source>
            <translation>mit</translation>
        </message>
        <message>
            <source>There is nobody to compare with: one model or reader alone is here.</source>
            <translation>Es gibt niemanden zum Vergleichen: Nur ein Modell oder Befunder ist da.</translation>
        </message>
        <message>
            <source>Studies with a known truth and a yes or no of both: {count}, {abnormal} of them abnormal.</source>
            <translation>Untersuchungen mit bekannter Wahrheit und einem Ja oder Nein von beiden: {count}, davon {abnormal} auffällig.</translation>
        </message>
        <message>
            <source>On {first_only} {first} alone was right, on {second_only} {second} alone ({p}, McNemar).</source>
            <translation>Bei {first_only} hatte nur {first} recht, bei {second_only} nur {second} ({p}, McNemar).</translation>
        </message>
        <message>
            <source>Some patients have several studies; differences and p keep these together.</source>
            <translation>Von manchen Patienten gibt es mehrere Untersuchungen; bei Differenzen und p bleiben diese zusammen.</translation>
        </message>
        <message>
            <source>Too few studies to tell the areas apart.</source>
            <translation>Zu wenige Untersuchungen, um die Flächen zu unterscheiden.</translation>
        </message>
        <message>
            <source>The area under the curve is larger for {name} ({p}, paired DeLong).</source>
            <translation>Die Fläche unter der Kurve ist bei {name} größer ({p}, gepaarter DeLong-Test).</translation>
        </message>
        <message>
            <source>The areas differ no more than by chance ({p}, paired DeLong).</source>
            <translation>Die Flächen unterscheiden sich nicht mehr als zufällig ({p}, gepaarter DeLong-Test).</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>Kennzahl</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Unterschied</translation>
        </message>
        <message>
            <source>p</source>
            <translation>p</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>McNemar</source>
            <translation>McNemar</translation>
        </message>
        <message>
            <source>Sensitivity</source>
            <translation>Sensitivität</translation>
        </message>
        <message>
            <source>Specificity</source>
            <translation>Spezifität</translation>
        </message>
        <message>
            <source>paired DeLong, n = {count}</source>
            <translation>gepaarter DeLong-Test, n = {count}</translation>
        </message>
        <message>
            <source>AUROC</source>
            <translation>AUROC</translation>
        </message>
    </context>
    <context>
        <name>ComparePage</name>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Champion</source>
            <translation>Bisheriges Modell</translation>
        </message>
        <message>
            <source>Challenger</source>
            <translation>Herausforderer</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Auf</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Put the challenger in use …</source>
            <translation>Herausforderer in Gebrauch nehmen …</translation>
        </message>
        <message>
            <source>Champion and challenger</source>
            <translation>Bisheriges Modell und Herausforderer</translation>
        </message>
        <message>
            <source>The models are loaded …</source>
            <translation>Die Modelle werden geladen …</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <source>{model} is used from now on by everybody at this desk. Open studies are scored again.</source>
            <translation>{model} wird ab jetzt von allen an diesem Arbeitsplatz benutzt. Offene Untersuchungen werden neu bewertet.</translation>
        </message>
        <message>
            <source>{model} is in use from now on.</source>
            <translation>{model} ist ab jetzt in Gebrauch.</translation>
        </message>
        <message>
            <source>{done} of {count} images</source>
            <translation>{done} von {count} Bildern</translation>
        </message>
        <message>
            <source>A file or a run's folder …</source>
            <translation>Eine Datei oder der Ordner eines Laufs …</translation>
        </message>
        <message>
            <source>A labelled folder …</source>
            <translation>Ein Ordner mit Labeln …</translation>
        </message>
        <message>
            <source>A folder of labelled films</source>
            <translation>Ein Ordner mit gelabelten Aufnahmen</translation>
        </message>
        <message>
            <source>A model's file, or the card.json of a run</source>
            <translation>Eine Modelldatei oder die card.json eines Trainingslaufs</translation>
        </message>
        <message>
            <source>Images scored</source>
            <translation>Bewertete Bilder</translation>
        </message>
    </context>
    <context>
        <name>CompareResult</name>
        <message>
            <source>At the operating points</source>
            <translation>An den Arbeitspunkten</translation>
        </message>
        <message>
            <source>Figures of both</source>
            <translation>Kennzahlen beider</translation>
        </message>
        <message>
            <source>ROC of both</source>
            <translation>ROC beider</translation>
        </message>
        <message>
            <source>1 − specificity</source>
            <translation>1 − Spezifität</translation>
        </message>
        <message>
            <source>Sensitivity</source>
            <translation>Sensitivität</translation>
        </message>
        <message>
            <source>By group</source>
            <translation>Nach Gruppen</translation>
        </message>
        <message>
            <source>Curves of {first} and {second}; marks are their operating points</source>
            <translation>Kurven von {first} und {second}; die Marken sind ihre Arbeitspunkte</translation>
        </message>
    </context>
    <context>
        <name>CompareWords</name>
        <message>
            <source>AUROC</source>
            <translation>AUROC</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <source>Sensitivity</source>
            <translation>Sensitivität</translation>
        </message>
        <message>
            <source>Specificity</source>
            <translation>Spezifität</translation>
        </message>
        <message>
            <source>Average precision</source>
            <translation>Mittlere Präzision</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Präzision</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>F3</source>
            <translation>F3</translation>
        </message>
        <message>
            <source>Kappa</source>
            <translation>Kappa</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Kalibrierungsfehler</translation>
        </message>
        <message>
            <source>Brier score</source>
            <translation>Brier-Score</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Part of the set</source>
            <translation>Teil des Datensatzes</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Geschlecht</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Alter</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Projektion</translation>
        </message>
        <message>
            <source>Body part</source>
            <translation>Körperteil</translation>
        </message>
        <message>
            <source>Device maker</source>
            <translation>Gerätehersteller</translation>
        </message>
        <message>
            <source>yes or no</source>
            <translation>ja oder nein</translation>
        </message>
        <message>
            <source>rule-out</source>
            <translation>Ausschluss</translation>
        </message>
        <message>
            <source>rule-in</source>
            <translation>Nachweis</translation>
        </message>
        <message>
            <source>✓ not worse</source>
            <translation>✓ nicht schlechter</translation>
        </message>
        <message>
            <source>✗ less sensitive</source>
            <translation>✗ weniger sensitiv</translation>
        </message>
        <message>
            <source>? not shown</source>
            <translation>? nicht gezeigt</translation>
        </message>
        <message>
            <source>This desk's studies, truth by reference labels</source>
            <translation>Untersuchungen dieses Arbeitsplatzes, Wahrheit nach Referenzstandard</translation>
        </message>
        <message>
            <source>This desk's studies, truth by the readers' majority</source>
            <translation>Untersuchungen dieses Arbeitsplatzes, Wahrheit nach Mehrheit der Befunder</translation>
        </message>
        <message>
            <source>This desk's studies, truth agreed by two</source>
            <translation>Untersuchungen dieses Arbeitsplatzes, Wahrheit bei Übereinstimmung zweier</translation>
        </message>
        <message>
            <source>This desk's studies, truth where all agree</source>
            <translation>Untersuchungen dieses Arbeitsplatzes, Wahrheit bei Übereinstimmung aller</translation>
        </message>
        <message>
            <source>Run {name}</source>
            <translation>Lauf {name}</translation>
        </message>
        <message>
            <source>{name} (in use)</source>
            <translation>{name} (in Gebrauch)</translation>
        </message>
        <message>
            <source>What the run {name} kept aside</source>
            <translation>Was der Lauf {name} zurückgehalten hat</translation>
        </message>
        <message>
            <source>Data: {name}</source>
            <translation>Daten: {name}</translation>
        </message>
        <message>
            <source>There is no study that both assessed: nothing can be said.</source>
            <translation>Keine Untersuchung wurde von beiden beurteilt: Es lässt sich nichts sagen.</translation>
        </message>
        <message>
            <source>None of the studies is abnormal: nothing can be said of sensitivity.</source>
            <translation>Keine der Untersuchungen ist auffällig: Über die Sensitivität lässt sich nichts sagen.</translation>
        </message>
        <message>
            <source>✓ {second} is at most {margin} percentage points less sensitive than {first} at every operating point.</source>
            <translation>✓ {second} ist an jedem Arbeitspunkt höchstens {margin} Prozentpunkte weniger sensitiv als {first}.</translation>
        </message>
        <message>
            <source>✗ {second} is less sensitive than {first}: {points}.</source>
            <translation>✗ {second} ist weniger sensitiv als {first}: {points}.</translation>
        </message>
        <message>
            <source>? It is not shown that {second} is at most {margin} percentage points less sensitive than {first}: {points}.</source>
            <translation>? Es ist nicht gezeigt, dass {second} höchstens {margin} Prozentpunkte weniger sensitiv ist als {first}: {points}.</translation>
        </message>
        <message>
            <source>{count} studies that both assessed, {abnormal} of them abnormal; not assessed: {missing}.</source>
            <translation>{count} Untersuchungen, die beide beurteilt haben, davon {abnormal} auffällig; nicht beurteilt: {missing}.</translation>
        </message>
        <message>
            <source>Challenger less champion; Tango's interval of the paired difference</source>
            <translation>Herausforderer minus bisheriges Modell; Intervall der gepaarten Differenz nach Tango</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Differenz</translation>
        </message>
        <message>
            <source>Operating point</source>
            <translation>Arbeitspunkt</translation>
        </message>
        <message>
            <source>Thresholds</source>
            <translation>Schwellenwerte</translation>
        </message>
        <message>
            <source>Champion and challenger</source>
            <translation>Bisheriges Modell und Herausforderer</translation>
        </message>
        <message>
            <source>p</source>
            <translation>p</translation>
        </message>
        <message>
            <source>McNemar</source>
            <translation>McNemar</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>Kennzahl</translation>
        </message>
        <message>
            <source>Champion</source>
            <translation>Bisheriges Modell</translation>
        </message>
        <message>
            <source>Challenger</source>
            <translation>Herausforderer</translation>
        </message>
        <message>
            <source>Interval by</source>
            <translation>Intervall nach</translation>
        </message>
        <message>
            <source>paired DeLong</source>
            <translation>gepaarter DeLong</translation>
        </message>
        <message>
            <source>Tango; p by McNemar</source>
            <translation>Tango; p nach McNemar</translation>
        </message>
        <message>
            <source>bootstrap by patient</source>
            <translation>Bootstrap nach Patienten</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Studies</source>
            <translation>Untersuchungen</translation>
        </message>
        <message>
            <source>Abnormal</source>
            <translation>Auffällig</translation>
        </message>
        <message>
            <source>{count}, few</source>
            <translation>{count}, wenige</translation>
        </message>
    </context>
    <context>
        <name>CornerText</name>
        <message>
            <source>C {center}  W {width}  inverted</source>
            <translation>C {center}  W {width}  invers</translation>
        </message>
        <message>
            <source>C {center}  W {width}</source>
            <translation>C {center}  W {width}</translation>
        </message>
        <message>
            <source>{columns} × {rows}, {bits} bit</source>
            <translation>{columns} × {rows}, {bits} Bit</translation>
        </message>
        <message>
            <source>{columns} × {rows}, {bits} bit, {size} mm calibrated</source>
            <translation>{columns} × {rows}, {bits} Bit, {size} mm kalibriert</translation>
        </message>
        <message>
            <source>{columns} × {rows}, {bits} bit, {size} mm at detector</source>
            <translation>{columns} × {rows}, {bits} Bit, {size} mm am Detektor</translation>
        </message>
        <message>
            <source>Image {number} / {count}</source>
            <translation>Bild {number} / {count}</translation>
        </message>
    </context>
    <context>
        <name>CropLayer</name>
        <message>
            <source>judged: right {part} {probability}</source>
            <translation>beurteilt: {part} rechts {probability}</translation>
        </message>
        <message>
            <source>judged: left {part} {probability}</source>
            <translation>beurteilt: {part} links {probability}</translation>
        </message>
        <message>
            <source>judged: {part} {probability}</source>
            <translation>beurteilt: {part} {probability}</translation>
        </message>
    </context>
    <context>
        <name>DataPage</name>
        <message>
            <source>Training data</source>
            <translation>Trainingsdaten</translation>
        </message>
        <message>
            <source>Nothing stands out.</source>
            <translation>Nichts fällt auf.</translation>
        </message>
        <message>
            <source>Too few films of one class to tell, or all films look alike.</source>
            <translation>Zu wenige Aufnahmen einer Klasse, um es zu sagen, oder alle Aufnahmen sehen gleich aus.</translation>
        </message>
        <message>
            <source>Choose a folder of labelled films, or have the verdicts of this desk made into training data, and look into it: counts, copies, patients on both sides, and what gives the class away.</source>
            <translation>Wählen Sie einen Ordner mit Aufnahmen und Labels oder lassen Sie aus den Urteilen dieses Platzes Trainingsdaten erstellen, und sehen Sie hinein: Anzahlen, Kopien, Patienten auf beiden Seiten und was die Klasse verrät.</translation>
        </message>
        <message>
            <source>This film is left out.</source>
            <translation>Diese Aufnahme wird ausgelassen.</translation>
        </message>
        <message>
            <source>Leave out of training</source>
            <translation>Vom Training ausnehmen</translation>
        </message>
        <message>
            <source>Take in again</source>
            <translation>Wieder aufnehmen</translation>
        </message>
        <message>
            <source>Films taken in again: {number}.</source>
            <translation>Wieder aufgenommene Aufnahmen: {number}.</translation>
        </message>
        <message>
            <source>Written into the log. A run from now on goes by it.</source>
            <translation>Ins Protokoll geschrieben. Ein Lauf richtet sich von nun an danach.</translation>
        </message>
        <message>
            <source>Train on this</source>
            <translation>Damit trainieren</translation>
        </message>
        <message>
            <source>What gives the class away</source>
            <translation>Was die Klasse verrät</translation>
        </message>
        <message>
            <source>Counted by</source>
            <translation>Gezählt nach</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>Anzahlen</translation>
        </message>
        <message>
            <source>What stands out</source>
            <translation>Was auffällt</translation>
        </message>
        <message>
            <source>What gives the class away without any anatomy</source>
            <translation>Was die Klasse ohne jede Anatomie verrät</translation>
        </message>
        <message>
            <source>What there is</source>
            <translation>Was vorhanden ist</translation>
        </message>
        <message>
            <source>Left out by hand</source>
            <translation>Von Hand ausgelassen</translation>
        </message>
        <message>
            <source>Stops a run</source>
            <translation>Stoppt den Lauf</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Warnung</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <source>cannot be read</source>
            <translation>nicht lesbar</translation>
        </message>
        <message>
            <source>copy of another film</source>
            <translation>Kopie einer anderen Aufnahme</translation>
        </message>
        <message>
            <source>nearly the same as another film</source>
            <translation>fast gleich wie eine andere Aufnahme</translation>
        </message>
        <message>
            <source>copies with different labels</source>
            <translation>Kopien mit verschiedenen Labels</translation>
        </message>
        <message>
            <source>Films left out: {number}. The first one of each group stays.</source>
            <translation>Ausgelassene Aufnahmen: {number}. Die erste jeder Gruppe bleibt.</translation>
        </message>
        <message>
            <source>Films left out: {number}.</source>
            <translation>Ausgelassene Aufnahmen: {number}.</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>Body part</source>
            <translation>Körperregion</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Projektion</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Alter</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Geschlecht</translation>
        </message>
        <message>
            <source>Maker of the device</source>
            <translation>Hersteller des Geräts</translation>
        </message>
        <message>
            <source>File type</source>
            <translation>Dateityp</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Part of the data set</source>
            <translation>Teil des Datensatzes</translation>
        </message>
        <message>
            <source>Films</source>
            <translation>Aufnahmen</translation>
        </message>
        <message>
            <source>Patients</source>
            <translation>Patienten</translation>
        </message>
        <message>
            <source>Abnormal</source>
            <translation>Auffällig</translation>
        </message>
        <message>
            <source>Share abnormal</source>
            <translation>Anteil auffällig</translation>
        </message>
        <message>
            <source>Share of all films</source>
            <translation>Anteil an allen Aufnahmen</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <source>What is looked at</source>
            <translation>Was betrachtet wird</translation>
        </message>
        <message>
            <source>AUROC by itself</source>
            <translation>AUROC für sich allein</translation>
        </message>
        <message>
            <source>95 % interval</source>
            <translation>95-%-Intervall</translation>
        </message>
        <message>
            <source>What it tells</source>
            <translation>Was es verrät</translation>
        </message>
        <message>
            <source>group {number}</source>
            <translation>Gruppe {number}</translation>
        </message>
        <message>
            <source>{films} films of {studies} studies, of which {abnormal} are abnormal.</source>
            <translation>{films} Aufnahmen von {studies} Untersuchungen, davon {abnormal} auffällig.</translation>
        </message>
        <message>
            <source>Studies that the rule does not decide: {number}.</source>
            <translation>Untersuchungen, die die Regel nicht entscheidet: {number}.</translation>
        </message>
        <message>
            <source>Films that are no longer there: {number}.</source>
            <translation>Aufnahmen, die nicht mehr vorhanden sind: {number}.</translation>
        </message>
        <message>
            <source>Films found in another place: {number}.</source>
            <translation>An anderem Ort gefundene Aufnahmen: {number}.</translation>
        </message>
        <message>
            <source>Studies on which all answers were given with a model's answer in sight: {number}. A model that learns from these learns from itself.</source>
            <translation>Untersuchungen, bei denen alle Antworten mit der Antwort eines Modells vor Augen gegeben wurden: {number}. Ein Modell, das davon lernt, lernt von sich selbst.</translation>
        </message>
        <message>
            <source>{name} (verdicts of this desk)</source>
            <translation>{name} (Urteile dieses Platzes)</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Aspect ratio</source>
            <translation>Seitenverhältnis</translation>
        </message>
        <message>
            <source>Sharpness</source>
            <translation>Schärfe</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Helligkeit</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Kontrast</translation>
        </message>
        <message>
            <source>Letters and markers</source>
            <translation>Buchstaben und Marken</translation>
        </message>
        <message>
            <source>separates the classes by itself</source>
            <translation>trennt die Klassen für sich allein</translation>
        </message>
        <message>
            <source>tells much</source>
            <translation>verrät viel</translation>
        </message>
        <message>
            <source>tells something</source>
            <translation>verrät etwas</translation>
        </message>
        <message>
            <source>tells nothing</source>
            <translation>verrät nichts</translation>
        </message>
    </context>
    <context>
        <name>Drift</name>
        <message>
            <source>week</source>
            <translation>Woche</translation>
        </message>
        <message>
            <source>outside</source>
            <translation>außerhalb</translation>
        </message>
        <message>
            <source>All weeks lie within their limits.</source>
            <translation>Alle Wochen liegen innerhalb ihrer Grenzen.</translation>
        </message>
        <message>
            <source>In the week of {week} the mean score ({value}) left its limits ({low} to {high}).</source>
            <translation>In der Woche vom {week} lag der mittlere Score ({value}) außerhalb seiner Grenzen ({low} bis {high}).</translation>
        </message>
        <message>
            <source>In the week of {week} the share called abnormal ({value}) left its limits ({low} to {high}).</source>
            <translation>In der Woche vom {week} lag der Anteil der als auffällig bezeichneten Untersuchungen ({value}) außerhalb seiner Grenzen ({low} bis {high}).</translation>
        </message>
        <message>
            <source>In the week of {week} the mean distance from the training films ({value}) left its limits ({low} to {high}).</source>
            <translation>In der Woche vom {week} lag der mittlere Abstand von den Trainingsaufnahmen ({value}) außerhalb seiner Grenzen ({low} bis {high}).</translation>
        </message>
        <message>
            <source>In the week of {week} the share of refused films ({value}) left its limits ({low} to {high}).</source>
            <translation>In der Woche vom {week} lag der Anteil abgelehnter Aufnahmen ({value}) außerhalb seiner Grenzen ({low} bis {high}).</translation>
        </message>
        <message>
            <source>In the week of {week} the agreement of readers with the model ({value}) left its limits ({low} to {high}).</source>
            <translation>In der Woche vom {week} lag die Übereinstimmung der Befunder mit dem Modell ({value}) außerhalb ihrer Grenzen ({low} bis {high}).</translation>
        </message>
        <message>
            <source>In the week of {week} the agreement among readers ({value}) left its limits ({low} to {high}).</source>
            <translation>In der Woche vom {week} lag die Übereinstimmung der Befunder untereinander ({value}) außerhalb ihrer Grenzen ({low} bis {high}).</translation>
        </message>
        <message>
            <source>In the week of {week} the number of studies ({value}) left its limits ({low} to {high}).</source>
            <translation>In der Woche vom {week} lag die Zahl der Untersuchungen ({value}) außerhalb ihrer Grenzen ({low} bis {high}).</translation>
        </message>
        <message>
            <source>By the week of {week} the mean score had lain on one side of its centre ({centre}) for {run} weeks.</source>
            <translation>Bis zur Woche vom {week} lag der mittlere Score {run} Wochen lang auf einer Seite seines Mittelwerts ({centre}).</translation>
        </message>
        <message>
            <source>By the week of {week} the share called abnormal had lain on one side of its centre ({centre}) for {run} weeks.</source>
            <translation>Bis zur Woche vom {week} lag der Anteil der als auffällig bezeichneten Untersuchungen {run} Wochen lang auf einer Seite seines Mittelwerts ({centre}).</translation>
        </message>
        <message>
            <source>By the week of {week} the mean distance from the training films had lain on one side of its centre ({centre}) for {run} weeks.</source>
            <translation>Bis zur Woche vom {week} lag der mittlere Abstand von den Trainingsaufnahmen {run} Wochen lang auf einer Seite seines Mittelwerts ({centre}).</translation>
        </message>
        <message>
            <source>By the week of {week} the share of refused films had lain on one side of its centre ({centre}) for {run} weeks.</source>
            <translation>Bis zur Woche vom {week} lag der Anteil abgelehnter Aufnahmen {run} Wochen lang auf einer Seite seines Mittelwerts ({centre}).</translation>
        </message>
        <message>
            <source>By the week of {week} the agreement of readers with the model had lain on one side of its centre ({centre}) for {run} weeks.</source>
            <translation>Bis zur Woche vom {week} lag die Übereinstimmung der Befunder mit dem Modell {run} Wochen lang auf einer Seite ihres Mittelwerts ({centre}).</translation>
        </message>
        <message>
            <source>By the week of {week} the agreement among readers had lain on one side of its centre ({centre}) for {run} weeks.</source>
            <translation>Bis zur Woche vom {week} lag die Übereinstimmung der Befunder untereinander {run} Wochen lang auf einer Seite ihres Mittelwerts ({centre}).</translation>
        </message>
        <message>
            <source>By the week of {week} the number of studies had lain on one side of its centre ({centre}) for {run} weeks.</source>
            <translation>Bis zur Woche vom {week} lag die Zahl der Untersuchungen {run} Wochen lang auf einer Seite ihres Mittelwerts ({centre}).</translation>
        </message>
        <message>
            <source>Mean score</source>
            <translation>Mittlerer Score</translation>
        </message>
        <message>
            <source>Share called abnormal</source>
            <translation>Anteil als auffällig bezeichnet</translation>
        </message>
        <message>
            <source>Mean distance from the training films</source>
            <translation>Mittlerer Abstand von den Trainingsaufnahmen</translation>
        </message>
        <message>
            <source>Share refused by the gate</source>
            <translation>Anteil vom Eingangstest abgelehnt</translation>
        </message>
        <message>
            <source>Agreement of readers with the model</source>
            <translation>Übereinstimmung der Befunder mit dem Modell</translation>
        </message>
        <message>
            <source>Agreement among readers</source>
            <translation>Übereinstimmung der Befunder untereinander</translation>
        </message>
        <message>
            <source>Number of studies</source>
            <translation>Zahl der Untersuchungen</translation>
        </message>
        <message>
            <source>score</source>
            <translation>Score</translation>
        </message>
        <message>
            <source>share of studies</source>
            <translation>Anteil der Untersuchungen</translation>
        </message>
        <message>
            <source>distance</source>
            <translation>Abstand</translation>
        </message>
        <message>
            <source>share that agrees</source>
            <translation>Anteil übereinstimmend</translation>
        </message>
        <message>
            <source>studies</source>
            <translation>Untersuchungen</translation>
        </message>
        <message>
            <source>exposure</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <source>arrival at the desk</source>
            <translation>Ankunft am Arbeitsplatz</translation>
        </message>
        <message>
            <source>There is no study to follow over the weeks.</source>
            <translation>Es gibt keine Untersuchung, die sich über die Wochen verfolgen ließe.</translation>
        </message>
        <message>
            <source>No measure has limits yet: they want eight weeks of the baseline with {fewest} studies each or more.</source>
            <translation>Noch hat keine Größe Grenzen: Dafür braucht es acht Wochen des Ausgangszeitraums mit je mindestens {fewest} Untersuchungen.</translation>
        </message>
        <message>
            <source>No measure left its limits.</source>
            <translation>Keine Größe hat ihre Grenzen verlassen.</translation>
        </message>
        <message>
            <source>Centre and limits (three standard errors) come from the first {weeks} weeks. Weeks with fewer than {fewest} studies have no point; of the first and the last week, which may not be whole, studies are not counted.</source>
            <translation>Mittelwert und Grenzen (drei Standardfehler) stammen aus den ersten {weeks} Wochen. Wochen mit weniger als {fewest} Untersuchungen haben keinen Punkt; in der ersten und der letzten Woche, die unvollständig sein können, werden die Untersuchungen nicht gezählt.</translation>
        </message>
        <message>
            <source>Studies left out because their date lies far from the others': {count}.</source>
            <translation>Untersuchungen, die ausgelassen wurden, weil ihr Datum weit von den anderen entfernt liegt: {count}.</translation>
        </message>
    </context>
    <context>
        <name>DriftPage</name>
        <message>
            <source>Week by week</source>
            <translation>Woche für Woche</translation>
        </message>
        <message>
            <source>Limits from the first</source>
            <translation>Grenzen aus den ersten</translation>
        </message>
        <message>
            <source>Weeks of the</source>
            <translation>Wochen nach</translation>
        </message>
        <message>
            <source>Earlier ones: {count}; the report lists them all.</source>
            <translation>Frühere: {count}; der Bericht nennt alle.</translation>
        </message>
        <message>
            <source>{count} weeks</source>
            <translation>{count} Wochen</translation>
        </message>
        <message>
            <source>What left its limits</source>
            <translation>Was seine Grenzen verlassen hat</translation>
        </message>
        <message>
            <source>Circles on a solid line: the weeks. Dashes and band: the limits. Dotted: the centre, and upright the end of the baseline. Diamonds with the word “outside”: weeks that left the limits.</source>
            <translation>Kreise auf durchgezogener Linie: die Wochen. Gestrichelt mit Band: die Grenzen. Gepunktet: der Mittelwert, senkrecht das Ende des Ausgangszeitraums. Rauten mit dem Wort „außerhalb“: Wochen, die die Grenzen verlassen haben.</translation>
        </message>
    </context>
    <context>
        <name>Entrance</name>
        <message>
            <source>There is nothing to lock: this desk has no accounts.</source>
            <translation>Es gibt nichts zu sperren: Dieser Arbeitsplatz hat keine Konten.</translation>
        </message>
        <message>
            <source>Long is better than odd: four words that do not belong together will do.</source>
            <translation>Lang ist besser als ausgefallen: Vier Wörter, die nicht zusammengehören, genügen.</translation>
        </message>
        <message>
            <source>Change password</source>
            <translation>Passwort ändern</translation>
        </message>
        <message>
            <source>Your password is changed.</source>
            <translation>Ihr Passwort ist geändert.</translation>
        </message>
    </context>
    <context>
        <name>ErrorKinds</name>
        <message>
            <source>subtle</source>
            <translation>diskret</translation>
        </message>
        <message>
            <source>hardware</source>
            <translation>Fremdmaterial</translation>
        </message>
        <message>
            <source>positioning</source>
            <translation>Lagerung</translation>
        </message>
        <message>
            <source>wet reading</source>
            <translation>Eilbefund</translation>
        </message>
        <message>
            <source>wrong label</source>
            <translation>falsches Label</translation>
        </message>
        <message>
            <source>burnt-in text</source>
            <translation>eingebrannter Text</translation>
        </message>
        <message>
            <source>motion</source>
            <translation>Bewegung</translation>
        </message>
        <message>
            <source>other finding</source>
            <translation>anderer Befund</translation>
        </message>
    </context>
    <context>
        <name>Export</name>
        <message>
            <source>Studies, with what is taken as true</source>
            <translation>Untersuchungen mit Referenzstandard</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>Aufnahmen</translation>
        </message>
        <message>
            <source>Predictions, image by image</source>
            <translation>Vorhersagen, Aufnahme für Aufnahme</translation>
        </message>
        <message>
            <source>The models' answers, study by study</source>
            <translation>Antworten der Modelle, Untersuchung für Untersuchung</translation>
        </message>
        <message>
            <source>Verdicts, those taken back among them</source>
            <translation>Befunde, auch die zurückgenommenen</translation>
        </message>
        <message>
            <source>Answers to single findings</source>
            <translation>Antworten zu einzelnen Befunden</translation>
        </message>
        <message>
            <source>Reference labels and follow-up</source>
            <translation>Referenzwerte und Verlauf</translation>
        </message>
        <message>
            <source>Tags of errors</source>
            <translation>Fehlerkennzeichen</translation>
        </message>
        <message>
            <source>Corrected labels</source>
            <translation>Korrigierte Labels</translation>
        </message>
        <message>
            <source>Multi-reader table for iMRMC (CSV)</source>
            <translation>Mehrleser-Tabelle für iMRMC (CSV)</translation>
        </message>
        <message>
            <source>Multi-reader table for MRMCaov (CSV)</source>
            <translation>Mehrleser-Tabelle für MRMCaov (CSV)</translation>
        </message>
        <message>
            <source>{files} files with {rows} rows were written to {folder}.</source>
            <translation>{files} Dateien mit {rows} Zeilen wurden nach {folder} geschrieben.</translation>
        </message>
    </context>
    <context>
        <name>ExportForm</name>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Tables as</source>
            <translation>Tabellen als</translation>
        </message>
        <message>
            <source>Report: one page that stands alone (HTML)</source>
            <translation>Bericht: eine eigenständige Seite (HTML)</translation>
        </message>
        <message>
            <source>Figures of the report, one file each (SVG)</source>
            <translation>Abbildungen des Berichts, je eine Datei (SVG)</translation>
        </message>
        <message>
            <source>The files are written</source>
            <translation>Die Dateien werden geschrieben</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>Wählen …</translation>
        </message>
        <message>
            <source>Write the report alone</source>
            <translation>Nur den Bericht schreiben</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Writing {name}, {number} of {of}</source>
            <translation>{name} wird geschrieben, {number} von {of}</translation>
        </message>
        <message>
            <source>What the choices above ask for, all models and all verdicts, is written into a new folder, with a dictionary that names every column, its unit and its meaning.</source>
            <translation>Was die Auswahl oben umfasst, alle Modelle und alle Befunde, wird in einen neuen Ordner geschrieben, dazu ein Verzeichnis, das jede Spalte, ihre Einheit und ihre Bedeutung nennt.</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Wohin</translation>
        </message>
        <message>
            <source>How far the export is</source>
            <translation>Fortschritt des Exports</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>CSV, for spreadsheets</source>
            <translation>CSV, für Tabellenkalkulationen</translation>
        </message>
        <message>
            <source>Parquet, for programs</source>
            <translation>Parquet, für Programme</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Namen</translation>
        </message>
        <message>
            <source>without names</source>
            <translation>ohne Namen</translation>
        </message>
        <message>
            <source>with the names of patients and readers</source>
            <translation>mit den Namen von Patienten und Befundern</translation>
        </message>
        <message>
            <source>Patients, studies and readers have pseudonyms that stay the same from export to export; dates are moved by whole weeks, the same for all of one patient; ages above 89 read 90; names, paths and comments are left out.</source>
            <translation>Patienten, Untersuchungen und Befunder haben Pseudonyme, die von Export zu Export gleich bleiben; Daten sind um ganze Wochen verschoben, bei einem Patienten alle gleich; Alter über 89 steht als 90; Namen, Pfade und Kommentare fehlen.</translation>
        </message>
        <message>
            <source>The files will tell who patients and readers are. Your name and the reason go into the audit log.</source>
            <translation>Die Dateien werden verraten, wer Patienten und Befunder sind. Ihr Name und der Grund werden im Prüfprotokoll festgehalten.</translation>
        </message>
        <message>
            <source>Why names are needed</source>
            <translation>Warum Namen gebraucht werden</translation>
        </message>
    </context>
    <context>
        <name>ExportPage</name>
        <message>
            <source>Stopped; nothing was written.</source>
            <translation>Angehalten; es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <source>The export was written.</source>
            <translation>Der Export wurde geschrieben.</translation>
        </message>
        <message>
            <source>Where the new folder shall be made</source>
            <translation>Wo der neue Ordner angelegt werden soll</translation>
        </message>
        <message>
            <source>The folder could not be shown; it is {folder}.</source>
            <translation>Der Ordner konnte nicht geöffnet werden; er ist {folder}.</translation>
        </message>
    </context>
    <context>
        <name>FailureGuard</name>
        <message>
            <source>Something unforeseen went wrong ({kind}). Your verdicts are safe; {log_file} says more.</source>
            <translation>Ein unerwarteter Fehler ist aufgetreten ({kind}). Ihre Beurteilungen sind sicher; Näheres steht in {log_file}.</translation>
        </message>
    </context>
    <context>
        <name>FigureWords</name>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>slight</source>
            <translation>gering</translation>
        </message>
        <message>
            <source>fair</source>
            <translation>schwach</translation>
        </message>
        <message>
            <source>moderate</source>
            <translation>mäßig</translation>
        </message>
        <message>
            <source>substantial</source>
            <translation>gut</translation>
        </message>
        <message>
            <source>almost perfect</source>
            <translation>fast vollkommen</translation>
        </message>
        <message>
            <source>{value} (all cases agree)</source>
            <translation>{value} (alle Fälle stimmen überein)</translation>
        </message>
        <message>
            <source>{value} (no interval)</source>
            <translation>{value} (kein Intervall)</translation>
        </message>
        <message>
            <source>{value} ({low} to {high})</source>
            <translation>{value} ({low} bis {high})</translation>
        </message>
    </context>
    <context>
        <name>FilmCanvas</name>
        <message>
            <source>Radiograph</source>
            <translation>Röntgenaufnahme</translation>
        </message>
        <message>
            <source>{window}  zoom {percent} %</source>
            <translation>{window}  Zoom {percent} %</translation>
        </message>
    </context>
    <context>
        <name>FilmDesk</name>
        <message>
            <source>No study is chosen.</source>
            <translation>Es ist keine Untersuchung gewählt.</translation>
        </message>
        <message>
            <source>Choose one in the list, or press N for the next unread.</source>
            <translation>Wählen Sie eine in der Liste, oder drücken Sie N für die nächste ungelesene.</translation>
        </message>
        <message>
            <source>Film without map</source>
            <translation>Aufnahme ohne Karte</translation>
        </message>
        <message>
            <source>Film with map</source>
            <translation>Aufnahme mit Karte</translation>
        </message>
        <message>
            <source>Loading …</source>
            <translation>Wird geladen …</translation>
        </message>
    </context>
    <context>
        <name>FilmPanel</name>
        <message>
            <source>Leave this film out …</source>
            <translation>Diese Aufnahme auslassen …</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Second read</source>
            <translation>Zweitbefund</translation>
        </message>
        <message>
            <source>Show all: {count} studies</source>
            <translation>Alle zeigen, Untersuchungen: {count}</translation>
        </message>
        <message>
            <source>Show likely: {count} studies</source>
            <translation>Verdacht zeigen, Untersuchungen: {count}</translation>
        </message>
        <message>
            <source>Show uncertain: {count} studies</source>
            <translation>Unklare zeigen, Untersuchungen: {count}</translation>
        </message>
        <message>
            <source>Show not assessed: {count} studies</source>
            <translation>Unbeurteilte zeigen, Untersuchungen: {count}</translation>
        </message>
        <message>
            <source>Show low: {count} studies</source>
            <translation>Geringe zeigen, Untersuchungen: {count}</translation>
        </message>
        <message>
            <source>Show unread: {count} studies</source>
            <translation>Offene zeigen, ungelesene Untersuchungen: {count}</translation>
        </message>
        <message>
            <source>Show those that need your second read: {count} studies</source>
            <translation>Zeigen, was Ihren Zweitbefund braucht: {count} Untersuchungen</translation>
        </message>
        <message>
            <source>Show only: read by others, and another reader is wanted</source>
            <translation>Nur zeigen: von anderen befundet, ein weiterer Befunder ist gewünscht</translation>
        </message>
        <message>
            <source>Show only: likely abnormal</source>
            <translation>Nur zeigen: wahrscheinlich auffällig</translation>
        </message>
        <message>
            <source>Show only: uncertain</source>
            <translation>Nur zeigen: unklar</translation>
        </message>
        <message>
            <source>Show only: not assessed</source>
            <translation>Nur zeigen: nicht beurteilt</translation>
        </message>
        <message>
            <source>Show only: low probability</source>
            <translation>Nur zeigen: geringe Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>Search patient, study, age, part, note</source>
            <translation>Suche: Patient, Untersuchung, Alter, Region, Hinweis</translation>
        </message>
        <message>
            <source>Search the worklist</source>
            <translation>Arbeitsliste durchsuchen</translation>
        </message>
        <message>
            <source>Saved filters: bring one back, or save this one ({key})</source>
            <translation>Gespeicherte Filter: einen zurückholen oder diesen speichern ({key})</translation>
        </message>
        <message>
            <source>Saved filters ({key})</source>
            <translation>Gespeicherte Filter ({key})</translation>
        </message>
    </context>
    <context>
        <name>FilterDesk</name>
        <message>
            <source>Saved filters</source>
            <translation>Gespeicherte Filter</translation>
        </message>
        <message>
            <source>The filters work now, but are not kept for the next start. {reason}</source>
            <translation>Die Filter gelten jetzt, aber nicht mehr beim nächsten Start. {reason}</translation>
        </message>
        <message>
            <source>&amp;Save this filter …</source>
            <translation>Diesen Filter &amp;speichern …</translation>
        </message>
        <message>
            <source>&amp;Rename or delete …</source>
            <translation>&amp;Umbenennen oder löschen …</translation>
        </message>
    </context>
    <context>
        <name>FilterWords</name>
        <message>
            <source>Longest waiting first</source>
            <translation>Längste Wartezeit zuerst</translation>
        </message>
        <message>
            <source>Longest waiting first, likely above all</source>
            <translation>Längste Wartezeit zuerst, Verdacht über allen</translation>
        </message>
        <message>
            <source>Longest waiting first, likely and uncertain above all</source>
            <translation>Längste Wartezeit zuerst, Verdacht und Unklares über allen</translation>
        </message>
        <message>
            <source>Triage order</source>
            <translation>Triage-Reihenfolge</translation>
        </message>
        <message>
            <source>Arrival order</source>
            <translation>Nach Eingang</translation>
        </message>
        <message>
            <source>Probability of {label}</source>
            <translation>Wahrscheinlichkeit: {label}</translation>
        </message>
        <message>
            <source>{column}, falling</source>
            <translation>{column}, absteigend</translation>
        </message>
        <message>
            <source>{column}, rising</source>
            <translation>{column}, aufsteigend</translation>
        </message>
        <message>
            <source>Filter {number}, with a search text</source>
            <translation>Filter {number}, mit Suchtext</translation>
        </message>
        <message>
            <source>Studies that need your second read</source>
            <translation>Untersuchungen, die Ihren Zweitbefund brauchen</translation>
        </message>
        <message>
            <source>Unread studies</source>
            <translation>Ungelesene Untersuchungen</translation>
        </message>
        <message>
            <source>All studies</source>
            <translation>Alle Untersuchungen</translation>
        </message>
        <message>
            <source>A search text</source>
            <translation>Ein Suchtext</translation>
        </message>
        <message>
            <source>Search: {text}</source>
            <translation>Suche: {text}</translation>
        </message>
    </context>
    <context>
        <name>FiltersDialog</name>
        <message>
            <source>Saved filters</source>
            <translation>Gespeicherte Filter</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Another filter is called “{name}”. Choose another name.</source>
            <translation>Ein anderer Filter heißt „{name}“. Anderen Namen wählen.</translation>
        </message>
        <message>
            <source>“{name}” is deleted.</source>
            <translation>„{name}“ ist gelöscht.</translation>
        </message>
        <message>
            <source>No filter is saved.</source>
            <translation>Kein Filter ist gespeichert.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>F2 renames the chosen filter, Del deletes it.</source>
            <translation>F2 benennt den gewählten Filter um, Del löscht ihn.</translation>
        </message>
    </context>
    <context>
        <name>FindingsForm</name>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>{finding}: present</source>
            <translation>{finding}: vorhanden</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>{finding}: absent</source>
            <translation>{finding}: nicht vorhanden</translation>
        </message>
        <message>
            <source>?</source>
            <translation>?</translation>
        </message>
        <message>
            <source>{finding}: unsure</source>
            <translation>{finding}: unsicher</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Befunde</translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message>
            <source>Finding</source>
            <translation>Befund</translation>
        </message>
        <message>
            <source>Show where on the film the model found evidence (Space or M)</source>
            <translation>Zeigen, wo auf der Aufnahme das Modell Hinweise gefunden hat (Space oder M)</translation>
        </message>
        <message>
            <source>Opacity of the map</source>
            <translation>Deckkraft der Karte</translation>
        </message>
        <message>
            <source>Colour scale of the map</source>
            <translation>Farbskala der Karte</translation>
        </message>
        <message>
            <source>How the map is shown</source>
            <translation>Darstellung der Karte</translation>
        </message>
        <message>
            <source>Over the film in colours or as lines, or beside it (Shift+M for the next)</source>
            <translation>Auf der Aufnahme in Farben oder als Linien, oder daneben (Shift+M für die nächste)</translation>
        </message>
        <message>
            <source>Method of the map</source>
            <translation>Verfahren der Karte</translation>
        </message>
        <message>
            <source>How the map is made. CAM comes with the score; the others are computed when asked for</source>
            <translation>Wie die Karte entsteht. CAM kommt mit der Wahrscheinlichkeit; die anderen werden auf Wunsch berechnet</translation>
        </message>
        <message>
            <source>Hide map</source>
            <translation>Karte aus</translation>
        </message>
        <message>
            <source>Show map</source>
            <translation>Karte zeigen</translation>
        </message>
    </context>
    <context>
        <name>FindingsWords</name>
        <message>
            <source>Runs the model once for each of its channels: slow without a GPU.</source>
            <translation>Rechnet das Modell einmal für jeden seiner Kanäle: ohne GPU langsam.</translation>
        </message>
        <message>
            <source>Shows what stands out in the film's features, whatever the finding.</source>
            <translation>Zeigt, was in den Merkmalen der Aufnahme hervortritt, unabhängig vom Befund.</translation>
        </message>
        <message>
            <source>Rule-out at {threshold}, on validation: sensitivity {sensitivity}, specificity {specificity}</source>
            <translation>Ausschluss bei {threshold}, an Validierungsdaten: Sensitivität {sensitivity}, Spezifität {specificity}</translation>
        </message>
        <message>
            <source>Rule-in at {threshold}, on validation: sensitivity {sensitivity}, specificity {specificity}</source>
            <translation>Nachweis bei {threshold}, an Validierungsdaten: Sensitivität {sensitivity}, Spezifität {specificity}</translation>
        </message>
        <message>
            <source>Rule-out at {threshold}, on {studies} studies of this site: sensitivity {sensitivity}, specificity {specificity}</source>
            <translation>Ausschluss bei {threshold}, an {studies} Untersuchungen dieses Standorts: Sensitivität {sensitivity}, Spezifität {specificity}</translation>
        </message>
        <message>
            <source>Rule-in at {threshold}, on {studies} studies of this site: sensitivity {sensitivity}, specificity {specificity}</source>
            <translation>Nachweis bei {threshold}, an {studies} Untersuchungen dieses Standorts: Sensitivität {sensitivity}, Spezifität {specificity}</translation>
        </message>
        <message>
            <source>Choose a study to see what the model says of it.</source>
            <translation>Wählen Sie eine Untersuchung, um zu sehen, was das Modell dazu sagt.</translation>
        </message>
        <message>
            <source>Hidden until your first verdict.</source>
            <translation>Verdeckt bis zu Ihrer ersten Beurteilung.</translation>
        </message>
        <message>
            <source>Waiting for the model. This study is scored next.</source>
            <translation>Wartet auf das Modell. Diese Untersuchung wird als nächste bewertet.</translation>
        </message>
        <message>
            <source>Driven by image {number} / {count}</source>
            <translation>Maßgeblich: Bild {number} / {count}</translation>
        </message>
        <message>
            <source>{count} images assessed. Click to show the one that gave the score</source>
            <translation>{count} Bilder beurteilt. Klick zeigt das Bild, von dem die Wahrscheinlichkeit stammt</translation>
        </message>
        <message>
            <source>1 image assessed. Click to show the one that gave the score</source>
            <translation>1 Bild beurteilt. Klick zeigt das Bild, von dem die Wahrscheinlichkeit stammt</translation>
        </message>
        <message>
            <source>{method} takes about {seconds} s on this device.</source>
            <translation>{method} braucht auf diesem Gerät etwa {seconds} s.</translation>
        </message>
    </context>
    <context>
        <name>FolderDialog</name>
        <message>
            <source>Add a folder of labelled films</source>
            <translation>Ordner mit Aufnahmen und Labels hinzufügen</translation>
        </message>
        <message>
            <source>Choose a folder …</source>
            <translation>Ordner wählen …</translation>
        </message>
        <message>
            <source>How the films lie</source>
            <translation>Wie die Aufnahmen liegen</translation>
        </message>
        <message>
            <source>What is learnt</source>
            <translation>Was gelernt wird</translation>
        </message>
        <message>
            <source>Take the labels proposed in the research room</source>
            <translation>Die im Forschungsraum vorgeschlagenen Labels übernehmen</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>found by itself</source>
            <translation>selbst erkannt</translation>
        </message>
        <message>
            <source>{number} labelled films, read as {layout}.</source>
            <translation>{number} Aufnahmen mit Label, gelesen als {layout}.</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Ordner wählen</translation>
        </message>
        <message>
            <source>Name of the source</source>
            <translation>Name der Quelle</translation>
        </message>
        <message>
            <source>Column of the image</source>
            <translation>Spalte des Bildes</translation>
        </message>
        <message>
            <source>Column of the findings</source>
            <translation>Spalte der Befunde</translation>
        </message>
        <message>
            <source>Column of the patient</source>
            <translation>Spalte des Patienten</translation>
        </message>
        <message>
            <source>Column of the study</source>
            <translation>Spalte der Untersuchung</translation>
        </message>
        <message>
            <source>Column of the age</source>
            <translation>Spalte des Alters</translation>
        </message>
        <message>
            <source>Column of the sex</source>
            <translation>Spalte des Geschlechts</translation>
        </message>
        <message>
            <source>Column of the view</source>
            <translation>Spalte der Projektion</translation>
        </message>
        <message>
            <source>Column of the source</source>
            <translation>Spalte der Quelle</translation>
        </message>
    </context>
    <context>
        <name>FollowUpDialog</name>
        <message>
            <source>Enter follow-up</source>
            <translation>Verlauf eintragen</translation>
        </message>
        <message>
            <source>What is true</source>
            <translation>Was wahr ist</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>The log knows no study of this id.</source>
            <translation>Das Protokoll kennt keine Untersuchung mit dieser Kennung.</translation>
        </message>
        <message>
            <source>Follow-up was entered before; the new one counts, both stay in the log.</source>
            <translation>Ein Verlauf wurde schon eingetragen; der neue zählt, beide bleiben im Protokoll.</translation>
        </message>
        <message>
            <source>abnormal</source>
            <translation>auffällig</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>normal</translation>
        </message>
        <message>
            <source>take back what was entered</source>
            <translation>Eintrag zurücknehmen</translation>
        </message>
        <message>
            <source>Study id</source>
            <translation>Kennung der Untersuchung</translation>
        </message>
        <message>
            <source>How it is known</source>
            <translation>Woher es bekannt ist</translation>
        </message>
        <message>
            <source>Biopsy, operation, a later film … no names</source>
            <translation>Biopsie, Operation, eine spätere Aufnahme … keine Namen</translation>
        </message>
    </context>
    <context>
        <name>Footer</name>
        <message>
            <source>Log: nothing to save</source>
            <translation>Protokoll: nichts zu speichern</translation>
        </message>
        <message>
            <source>Research use. Not a diagnosis.</source>
            <translation>Für Forschung. Keine Diagnose.</translation>
        </message>
        <message>
            <source>No model is loaded.</source>
            <translation>Kein Modell ist geladen.</translation>
        </message>
        <message>
            <source>{model} is for {population}</source>
            <translation>{model} ist für {population}</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>Films</source>
            <translation>Aufnahmen</translation>
        </message>
    </context>
    <context>
        <name>GroupForest</name>
        <message>
            <source>Figures by group</source>
            <translation>Kennzahlen nach Gruppe</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>sensitivity</source>
            <translation>Sensitivität</translation>
        </message>
        <message>
            <source>specificity</source>
            <translation>Spezifität</translation>
        </message>
        <message>
            <source>AUROC</source>
            <translation>AUROC</translation>
        </message>
        <message>
            <source>{group} ({count}), few</source>
            <translation>{group} ({count}), wenige</translation>
        </message>
    </context>
    <context>
        <name>GroupsBlock</name>
        <message>
            <source>Body part</source>
            <translation>Körperteil</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Projektion</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Alter</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Geschlecht</translation>
        </message>
        <message>
            <source>Device maker</source>
            <translation>Gerätehersteller</translation>
        </message>
        <message>
            <source>By group</source>
            <translation>Nach Gruppe</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Nach</translation>
        </message>
        <message>
            <source>Figures by group</source>
            <translation>Kennzahlen nach Gruppe</translation>
        </message>
        <message>
            <source>No study with a known truth has an answer.</source>
            <translation>Keine Untersuchung mit bekannter Wahrheit hat eine Antwort.</translation>
        </message>
        <message>
            <source>Few studies: {groups}. With fewer than {count} abnormal or normal ones the figures are hardly figures.</source>
            <translation>Wenige Untersuchungen: {groups}. Bei weniger als {count} auffälligen oder normalen sagen die Kennzahlen kaum etwas.</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <source>female</source>
            <translation>weiblich</translation>
        </message>
        <message>
            <source>male</source>
            <translation>männlich</translation>
        </message>
        <message>
            <source>other</source>
            <translation>divers</translation>
        </message>
        <message>
            <source>{years} years</source>
            <translation>{years} Jahre</translation>
        </message>
        <message>
            <source>Studies</source>
            <translation>Untersuchungen</translation>
        </message>
        <message>
            <source>Abnormal</source>
            <translation>Auffällig</translation>
        </message>
        <message>
            <source>Sensitivity</source>
            <translation>Sensitivität</translation>
        </message>
        <message>
            <source>Specificity</source>
            <translation>Spezifität</translation>
        </message>
        <message>
            <source>AUROC</source>
            <translation>AUROC</translation>
        </message>
        <message>
            <source>PPV</source>
            <translation>PPV</translation>
        </message>
        <message>
            <source>NPV</source>
            <translation>NPV</translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message>
            <source>Close the guide</source>
            <translation>Handbuch schließen</translation>
        </message>
        <message>
            <source>{count} here; Enter for the next</source>
            <translation>{count} auf dieser Seite; Enter zum nächsten</translation>
        </message>
        <message>
            <source>On another page; Enter goes there</source>
            <translation>Auf einer anderen Seite; Enter führt dorthin</translation>
        </message>
        <message>
            <source>Not in the guide</source>
            <translation>Nicht im Handbuch</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>Search the guide (Ctrl+F)</source>
            <translation>Handbuch durchsuchen (Ctrl+F)</translation>
        </message>
        <message>
            <source>Search the guide</source>
            <translation>Handbuch durchsuchen</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Was gefunden wurde</translation>
        </message>
        <message>
            <source>Back (Alt+Left)</source>
            <translation>Zurück (Alt+Left)</translation>
        </message>
        <message>
            <source>Forward (Alt+Right)</source>
            <translation>Vor (Alt+Right)</translation>
        </message>
        <message>
            <source>Smaller text (Ctrl+-)</source>
            <translation>Kleinere Schrift (Ctrl+-)</translation>
        </message>
        <message>
            <source>Larger text (Ctrl++)</source>
            <translation>Größere Schrift (Ctrl++)</translation>
        </message>
        <message>
            <source>Page of the user guide</source>
            <translation>Seite des Handbuchs</translation>
        </message>
    </context>
    <context>
        <name>HelpDesk</name>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>User guide</source>
            <translation>Handbuch</translation>
        </message>
        <message>
            <source>Show the keys</source>
            <translation>Tasten anzeigen</translation>
        </message>
        <message>
            <source>Change keys …</source>
            <translation>Tasten ändern …</translation>
        </message>
        <message>
            <source>Hide who the patients are</source>
            <translation>Patientenidentität ausblenden</translation>
        </message>
        <message>
            <source>Hide identity at start</source>
            <translation>Patientenidentität beim Start ausblenden</translation>
        </message>
        <message>
            <source>Remember at the next start whether they are hidden</source>
            <translation>Ausblendung beim nächsten Start beibehalten</translation>
        </message>
        <message>
            <source>What the models are for …</source>
            <translation>Zweck der Modelle …</translation>
        </message>
        <message>
            <source>Log and report for support …</source>
            <translation>Protokoll und Supportbericht …</translation>
        </message>
        <message>
            <source>About xraydesk …</source>
            <translation>Über xraydesk …</translation>
        </message>
        <message>
            <source>About xraydesk</source>
            <translation>Über xraydesk</translation>
        </message>
        <message>
            <source>xraydesk {version}, licence Apache-2.0. Research use. Not a diagnosis.</source>
            <translation>xraydesk {version}, Lizenz Apache-2.0. Für Forschung. Keine Diagnose.</translation>
        </message>
        <message>
            <source>Language / Sprache</source>
            <translation>Sprache / Language</translation>
        </message>
        <message>
            <source>Dark, for the reading room</source>
            <translation>Dunkel, für den Befundraum</translation>
        </message>
        <message>
            <source>Light, for a bright room</source>
            <translation>Hell, für einen hellen Raum</translation>
        </message>
        <message>
            <source>The window has these colours from the next start on.</source>
            <translation>Das Fenster hat diese Farben ab dem nächsten Start.</translation>
        </message>
        <message>
            <source>Colours of the window</source>
            <translation>Farben des Fensters</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>The window speaks this language from the next start on. / Ab dem nächsten Start in dieser Sprache.</source>
            <translation>Ab dem nächsten Start in dieser Sprache. / The window speaks this language from the next start on.</translation>
        </message>
    </context>
    <context>
        <name>HistogramPanel</name>
        <message>
            <source>Histogram</source>
            <translation>Histogramm</translation>
        </message>
    </context>
    <context>
        <name>HistogramPlot</name>
        <message>
            <source>Histogram of the film; the region is the window</source>
            <translation>Histogramm der Aufnahme; der markierte Bereich ist die Fensterung</translation>
        </message>
    </context>
    <context>
        <name>Identity</name>
        <message>
            <source>Identity hidden</source>
            <translation>Anonym</translation>
        </message>
        <message>
            <source>the open folder</source>
            <translation>geöffneter Ordner</translation>
        </message>
        <message>
            <source>Study {number}</source>
            <translation>Untersuchung {number}</translation>
        </message>
    </context>
    <context>
        <name>ImageMapPage</name>
        <message>
            <source>Reading what the model saw …</source>
            <translation>Es wird gelesen, was das Modell gesehen hat …</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <source>No model has looked at a film yet. Open a folder at the reading desk; once it is scored, its films can be laid out here.</source>
            <translation>Noch hat kein Modell eine Aufnahme angesehen. Öffnen Sie am Befundplatz einen Ordner; sobald er bewertet ist, können seine Aufnahmen hier ausgelegt werden.</translation>
        </message>
        <message>
            <source>Laying out {images} …</source>
            <translation>{images} werden ausgelegt …</translation>
        </message>
        <message>
            <source>The model looks at {images} again …</source>
            <translation>Das Modell sieht {images} erneut an …</translation>
        </message>
        <message>
            <source>{images} could not be read, or changed since they were scored.</source>
            <translation>{images} konnten nicht gelesen werden oder haben sich seit der Bewertung geändert.</translation>
        </message>
        <message>
            <source>{images} could not be read, or changed since it was scored.</source>
            <translation>{images} konnte nicht gelesen werden oder hat sich seit der Bewertung geändert.</translation>
        </message>
        <message>
            <source>The map lays out {images} so that films which look alike to {model} lie together. It takes about half a minute for 10,000 images; you can go on working meanwhile.</source>
            <translation>Die Karte legt {images} so aus, dass Aufnahmen beieinander liegen, die für {model} ähnlich aussehen. Für 10.000 Aufnahmen dauert das etwa eine halbe Minute; Sie können währenddessen weiterarbeiten.</translation>
        </message>
        <message>
            <source>A map needs at least {fewest} images that {model} has looked at. So far features are kept of {count}.</source>
            <translation>Eine Karte braucht mindestens {fewest} Aufnahmen, die {model} angesehen hat. Bisher sind Merkmale von {count} aufbewahrt.</translation>
        </message>
    </context>
    <context>
        <name>KeepDialog</name>
        <message>
            <source>Keep</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Ihr Name</translation>
        </message>
        <message>
            <source>Reason, as others shall read it</source>
            <translation>Begründung, wie andere sie lesen sollen</translation>
        </message>
        <message>
            <source>It is written into a log in which nothing is changed or removed.</source>
            <translation>Dies wird in ein Protokoll geschrieben, in dem nichts geändert oder entfernt wird.</translation>
        </message>
    </context>
    <context>
        <name>Keymap</name>
        <message>
            <source>"{key}" is no key.</source>
            <translation>„{key}“ ist keine Taste.</translation>
        </message>
        <message>
            <source>Press a key first.</source>
            <translation>Zuerst eine Taste drücken.</translation>
        </message>
        <message>
            <source>Tab moves from one part of the window to the next and cannot be given away.</source>
            <translation>Tab führt von einem Teil des Fensters zum nächsten und kann nicht vergeben werden.</translation>
        </message>
        <message>
            <source>{key} already means "{action}". Choose another key, or change that one first.</source>
            <translation>{key} steht schon für „{action}“. Andere Taste wählen oder zuerst jene ändern.</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Prior of the patient beside the current study, or not</source>
            <translation>Voraufnahme neben der aktuellen Untersuchung oder nicht</translation>
        </message>
        <message>
            <source>Next older prior</source>
            <translation>Nächstältere Voraufnahme</translation>
        </message>
        <message>
            <source>Move and window the films together, or each by itself</source>
            <translation>Aufnahmen gemeinsam oder einzeln bewegen und fenstern</translation>
        </message>
        <message>
            <source>Copy the view without the patient's identity</source>
            <translation>Ansicht ohne Patientenidentität kopieren</translation>
        </message>
        <message>
            <source>Save the view as PNG without the patient's identity</source>
            <translation>Ansicht ohne Patientenidentität als PNG speichern</translation>
        </message>
        <message>
            <source>Measure a length</source>
            <translation>Länge messen</translation>
        </message>
        <message>
            <source>Measure an angle</source>
            <translation>Winkel messen</translation>
        </message>
        <message>
            <source>Measure a Cobb angle</source>
            <translation>Cobb-Winkel messen</translation>
        </message>
        <message>
            <source>Measure mean, deviation and area in an ellipse</source>
            <translation>Mittelwert, Streuung und Fläche in einer Ellipse messen</translation>
        </message>
        <message>
            <source>Undo the last measuring step</source>
            <translation>Letzten Messschritt rückgängig machen</translation>
        </message>
        <message>
            <source>Do it again</source>
            <translation>Messschritt wiederherstellen</translation>
        </message>
        <message>
            <source>Delete the selected measurement</source>
            <translation>Gewählte Messung löschen</translation>
        </message>
        <message>
            <source>Open a folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Watch the folder for new files, or no longer</source>
            <translation>Ordner auf neue Dateien überwachen oder nicht mehr</translation>
        </message>
        <message>
            <source>Next study</source>
            <translation>Nächste Untersuchung</translation>
        </message>
        <message>
            <source>Previous study</source>
            <translation>Vorherige Untersuchung</translation>
        </message>
        <message>
            <source>Next unread study</source>
            <translation>Nächste ungelesene Untersuchung</translation>
        </message>
        <message>
            <source>Next image of the study</source>
            <translation>Nächstes Bild der Untersuchung</translation>
        </message>
        <message>
            <source>Previous image of the study</source>
            <translation>Vorheriges Bild der Untersuchung</translation>
        </message>
        <message>
            <source>Map on or off</source>
            <translation>Karte ein oder aus</translation>
        </message>
        <message>
            <source>Map in colours, as contour lines, beside the film</source>
            <translation>Karte farbig, als Konturlinien, neben der Aufnahme</translation>
        </message>
        <message>
            <source>Verdict: abnormal</source>
            <translation>Beurteilung: auffällig</translation>
        </message>
        <message>
            <source>Verdict: normal</source>
            <translation>Beurteilung: unauffällig</translation>
        </message>
        <message>
            <source>Verdict: unsure</source>
            <translation>Beurteilung: unsicher</translation>
        </message>
        <message>
            <source>Confidence 1 to 5</source>
            <translation>Sicherheit 1 bis 5</translation>
        </message>
        <message>
            <source>Answer single findings, or the grade</source>
            <translation>Einzelne Befunde oder den Grad beantworten</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Take back my last verdict</source>
            <translation>Meine letzte Beurteilung zurücknehmen</translation>
        </message>
        <message>
            <source>Save and go to the next unread</source>
            <translation>Speichern und zur nächsten ungelesenen</translation>
        </message>
        <message>
            <source>Hide or show who the patients are</source>
            <translation>Patientenidentität aus- oder einblenden</translation>
        </message>
        <message>
            <source>Search the worklist</source>
            <translation>Arbeitsliste durchsuchen</translation>
        </message>
        <message>
            <source>Saved filters</source>
            <translation>Gespeicherte Filter</translation>
        </message>
        <message>
            <source>Put the measuring tool away, then back to the worklist</source>
            <translation>Messwerkzeug ablegen, dann zurück zur Arbeitsliste</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>Jetzt sperren</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>User guide</source>
            <translation>Handbuch</translation>
        </message>
        <message>
            <source>Read: worklist and films</source>
            <translation>Lesen: Arbeitsliste und Aufnahmen</translation>
        </message>
        <message>
            <source>Research: agreement, recall, the misclassified</source>
            <translation>Forschung: Übereinstimmung, Trefferquote, Fehlklassifiziertes</translation>
        </message>
        <message>
            <source>Train a model on the site's own cases</source>
            <translation>Ein Modell mit eigenen Fällen trainieren</translation>
        </message>
        <message>
            <source>Site: models in use, people, the audit log</source>
            <translation>Standort: Modelle im Einsatz, Personen, Prüfprotokoll</translation>
        </message>
        <message>
            <source>Show these keys</source>
            <translation>Diese Tasten anzeigen</translation>
        </message>
        <message>
            <source>Next page of all images of the study</source>
            <translation>Nächste Seite aller Bilder der Untersuchung</translation>
        </message>
        <message>
            <source>Previous page of all images of the study</source>
            <translation>Vorige Seite aller Bilder der Untersuchung</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>Action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Taste</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>Standard</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Default key</source>
            <translation>Standardtaste</translation>
        </message>
        <message>
            <source>All to defaults</source>
            <translation>Alle auf Standard</translation>
        </message>
        <message>
            <source>Press the new key for “{action}”. Tab leaves it as it is.</source>
            <translation>Neue Taste für „{action}“ drücken. Tab lässt sie, wie sie ist.</translation>
        </message>
        <message>
            <source>“{action}” now has the key {key}.</source>
            <translation>„{action}“ hat jetzt die Taste {key}.</translation>
        </message>
        <message>
            <source>All actions have their default keys again.</source>
            <translation>Alle Aktionen haben wieder ihre Standardtasten.</translation>
        </message>
        <message>
            <source>The keys work now, but are not kept for the next start. {reason}</source>
            <translation>Die Tasten gelten jetzt, aber nicht mehr beim nächsten Start. {reason}</translation>
        </message>
        <message>
            <source>Press shortcut</source>
            <translation>Taste drücken</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>Aktionen und ihre Tasten</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>Neue Taste</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Was geschehen ist</translation>
        </message>
        <message>
            <source>Change key</source>
            <translation>Taste ändern</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>{action} ({number} of {count})</source>
            <translation>{action} ({number} von {count})</translation>
        </message>
        <message>
            <source>Choose an action, press Enter and then the new key. It works at once, and at every start.</source>
            <translation>Aktion wählen, Enter drücken und dann die neue Taste. Sie gilt sofort und bei jedem Start.</translation>
        </message>
    </context>
    <context>
        <name>LabelBox</name>
        <message>
            <source>Label to propose</source>
            <translation>Vorzuschlagendes Label</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Begründung</translation>
        </message>
        <message>
            <source>Reason for the proposed label</source>
            <translation>Begründung für das vorgeschlagene Label</translation>
        </message>
        <message>
            <source>Propose label</source>
            <translation>Label vorschlagen</translation>
        </message>
        <message>
            <source>{label} proposed by {author}, {when}: {reason}</source>
            <translation>{label}, vorgeschlagen von {author}, {when}: {reason}</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>No label is changed: proposals are a list that training takes when told.</source>
            <translation>Kein Label wird geändert: Die Vorschläge sind eine Liste, die das Training nur auf Anweisung übernimmt.</translation>
        </message>
    </context>
    <context>
        <name>Layout</name>
        <message>
            <source>One image</source>
            <translation>Eine Aufnahme</translation>
        </message>
        <message>
            <source>Two images side by side</source>
            <translation>Zwei Aufnahmen nebeneinander</translation>
        </message>
        <message>
            <source>Four images</source>
            <translation>Vier Aufnahmen</translation>
        </message>
        <message>
            <source>All images of the study</source>
            <translation>Alle Aufnahmen der Untersuchung</translation>
        </message>
    </context>
    <context>
        <name>LayoutBar</name>
        <message>
            <source>Images side by side ({first_key} to {last_key})</source>
            <translation>Bilder nebeneinander ({first_key} bis {last_key})</translation>
        </message>
        <message>
            <source>Move and window the films together ({key})</source>
            <translation>Aufnahmen gemeinsam bewegen und fenstern ({key})</translation>
        </message>
        <message>
            <source>No prior</source>
            <translation>Keine Voraufnahme</translation>
        </message>
        <message>
            <source>The folder has no earlier study</source>
            <translation>Der Ordner enthält keine frühere Untersuchung</translation>
        </message>
        <message>
            <source>Earlier studies of the patient ({key}, next older {older_key})</source>
            <translation>Frühere Untersuchungen des Patienten ({key}, nächstältere {older_key})</translation>
        </message>
    </context>
    <context>
        <name>LeftOutList</name>
        <message>
            <source>Films left out by hand</source>
            <translation>Von Hand ausgelassene Aufnahmen</translation>
        </message>
        <message>
            <source>Take in again …</source>
            <translation>Wieder aufnehmen …</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Seit</translation>
        </message>
        <message>
            <source>{content} (not in the folder any more)</source>
            <translation>{content} (nicht mehr im Ordner)</translation>
        </message>
        <message>
            <source>No film is left out.</source>
            <translation>Keine Aufnahme ist ausgelassen.</translation>
        </message>
    </context>
    <context>
        <name>LicenceSheet</name>
        <message>
            <source>Licences of the parts …</source>
            <translation>Lizenzen der Bestandteile …</translation>
        </message>
        <message>
            <source>Licences of the parts</source>
            <translation>Lizenzen der Bestandteile</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Wird gelesen …</translation>
        </message>
        <message>
            <source>with {part}</source>
            <translation>mit {part}</translation>
        </message>
        <message>
            <source>{shown} of {all} parts are shown.</source>
            <translation>{shown} von {all} Bestandteilen werden gezeigt.</translation>
        </message>
        <message>
            <source>This part came without a text of its licence. The installed program has it.</source>
            <translation>Zu diesem Bestandteil liegt hier kein Lizenztext vor. Das installierte Programm enthält ihn.</translation>
        </message>
        <message>
            <source>Search by name or licence</source>
            <translation>Nach Name oder Lizenz suchen</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>Was gezeigt wird</translation>
        </message>
        <message>
            <source>xraydesk is under the Apache License 2.0. Qt and PySide6 are used under the GNU Lesser General Public License 3: their libraries are files of their own, which you may replace by your own builds.</source>
            <translation>xraydesk steht unter der Apache License 2.0. Qt und PySide6 werden unter der GNU Lesser General Public License 3 verwendet: Ihre Bibliotheken sind eigene Dateien, die Sie durch selbst erstellte ersetzen dürfen.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Bestandteil</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>Parts and their licences</source>
            <translation>Bestandteile und ihre Lizenzen</translation>
        </message>
        <message>
            <source>Text of the licence</source>
            <translation>Text der Lizenz</translation>
        </message>
    </context>
    <context>
        <name>LogSheet</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Information and above</source>
            <translation>Ab Information</translation>
        </message>
        <message>
            <source>Warnings and errors</source>
            <translation>Warnungen und Fehler</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>The newest lines stand at the end. Support needs the report rather than the log: the report holds no patient data.</source>
            <translation>Die neuesten Zeilen stehen am Ende. Für den Support ist der Bericht gedacht, nicht das Protokoll: Der Bericht enthält keine Patientendaten.</translation>
        </message>
        <message>
            <source>Copied. The text above is what was copied: no names, ids or folders of patients are in it.</source>
            <translation>Kopiert. Kopiert wurde der Text oben: ohne Namen, IDs und Ordner von Patienten.</translation>
        </message>
        <message>
            <source>Log: {file}</source>
            <translation>Protokoll: {file}</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Neu lesen</translation>
        </message>
        <message>
            <source>Copy report for support</source>
            <translation>Supportbericht kopieren</translation>
        </message>
        <message>
            <source>Copy these lines</source>
            <translation>Diese Zeilen kopieren</translation>
        </message>
        <message>
            <source>Nothing of this kind is in the log.</source>
            <translation>Das Protokoll enthält nichts dieser Art.</translation>
        </message>
        <message>
            <source>Which lines are shown</source>
            <translation>Welche Zeilen angezeigt werden</translation>
        </message>
        <message>
            <source>&amp;Show</source>
            <translation>&amp;Anzeigen</translation>
        </message>
    </context>
    <context>
        <name>MachineLock</name>
        <message>
            <source>Set for this machine by the administrator</source>
            <translation>Für diesen Rechner von der Administration festgelegt</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>The folder of this study is not there any more: {folder}</source>
            <translation>Der Ordner dieser Untersuchung ist nicht mehr da: {folder}</translation>
        </message>
        <message>
            <source>Open a folder of radiographs</source>
            <translation>Ordner mit Röntgenaufnahmen öffnen</translation>
        </message>
        <message>
            <source>{studies}, {images}, done</source>
            <translation>{studies}, {images}, fertig</translation>
        </message>
        <message>
            <source>Stopped: {studies}, {images}, {pending} not scored</source>
            <translation>Angehalten: {studies}, {images}, {pending} nicht bewertet</translation>
        </message>
    </context>
    <context>
        <name>MapContours</name>
        <message>
            <source>Raw peak {peak}</source>
            <translation>Höchstwert {peak}</translation>
        </message>
        <message>
            <source>{percent} % of the scale, {evidence}</source>
            <translation>{percent} % der Skala, {evidence}</translation>
        </message>
        <message>
            <source>{percent} % of the peak</source>
            <translation>{percent} % des Höchstwerts</translation>
        </message>
    </context>
    <context>
        <name>MapDesk</name>
        <message>
            <source>Computing {method} map …</source>
            <translation>{method}-Karte wird berechnet …</translation>
        </message>
        <message>
            <source>Computing {method} map … {percent} %, about {seconds} s left</source>
            <translation>{method}-Karte wird berechnet … {percent} %, noch etwa {seconds} s</translation>
        </message>
    </context>
    <context>
        <name>MapDetail</name>
        <message>
            <source>Open at the reading desk</source>
            <translation>Am Befundplatz öffnen</translation>
        </message>
        <message>
            <source>Click on a point to see its film.</source>
            <translation>Klicken Sie auf einen Punkt, um die Aufnahme zu sehen.</translation>
        </message>
        <message>
            <source>The chosen film</source>
            <translation>Die gewählte Aufnahme</translation>
        </message>
    </context>
    <context>
        <name>MapGroups</name>
        <message>
            <source>Class by the reference standard</source>
            <translation>Klasse nach Referenzstandard</translation>
        </message>
        <message>
            <source>Body part</source>
            <translation>Körperregion</translation>
        </message>
        <message>
            <source>Band of the image</source>
            <translation>Stufe der Aufnahme</translation>
        </message>
        <message>
            <source>Verdict of the readers</source>
            <translation>Urteil der Befunder</translation>
        </message>
        <message>
            <source>Distance from the training films</source>
            <translation>Abstand von den Trainingsaufnahmen</translation>
        </message>
        <message>
            <source>abnormal</source>
            <translation>auffällig</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>unauffällig</translation>
        </message>
        <message>
            <source>contradictory</source>
            <translation>widersprüchlich</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <source>unsure</source>
            <translation>unsicher</translation>
        </message>
        <message>
            <source>readers disagree</source>
            <translation>Befunder uneinig</translation>
        </message>
        <message>
            <source>not read</source>
            <translation>nicht befundet</translation>
        </message>
        <message>
            <source>other</source>
            <translation>andere</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <source>{low} to {high}</source>
            <translation>{low} bis {high}</translation>
        </message>
        <message>
            <source>beyond the limit of {limit}</source>
            <translation>jenseits der Grenze von {limit}</translation>
        </message>
    </context>
    <context>
        <name>MapLegend</name>
        <message>
            <source>{word} ({count})</source>
            <translation>{word} ({count})</translation>
        </message>
        <message>
            <source>Show or hide these images</source>
            <translation>Diese Aufnahmen ein- oder ausblenden</translation>
        </message>
    </context>
    <context>
        <name>MapMode</name>
        <message>
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>Contour lines</source>
            <translation>Konturlinien</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Daneben</translation>
        </message>
    </context>
    <context>
        <name>MapNotice</name>
        <message>
            <source>Draw the map</source>
            <translation>Karte zeichnen</translation>
        </message>
        <message>
            <source>Have the model look at the films again</source>
            <translation>Modell die Aufnahmen erneut ansehen lassen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>noch {time}</translation>
        </message>
        <message>
            <source>{share} % done</source>
            <translation>{share} % fertig</translation>
        </message>
        <message>
            <source>How far the map is</source>
            <translation>Fortschritt der Karte</translation>
        </message>
    </context>
    <context>
        <name>MapPlot</name>
        <message>
            <source>Map of the images</source>
            <translation>Karte der Aufnahmen</translation>
        </message>
        <message>
            <source>Arrows move, plus and minus zoom, Home shows all. V lists the images in sight; arrows choose there.</source>
            <translation>Pfeiltasten verschieben, Plus und Minus vergrößern und verkleinern, Pos1 zeigt alles. V listet die sichtbaren Aufnahmen auf; dort wählen die Pfeiltasten.</translation>
        </message>
    </context>
    <context>
        <name>MapView</name>
        <message>
            <source>{images} chosen</source>
            <translation>{images} ausgewählt</translation>
        </message>
        <message>
            <source>Draw a lasso around points to list their films here.</source>
            <translation>Ziehen Sie ein Lasso um Punkte, um deren Aufnahmen hier aufzulisten.</translation>
        </message>
        <message>
            <source>Colours and shapes stand for</source>
            <translation>Farben und Formen stehen für</translation>
        </message>
        <message>
            <source>Lasso</source>
            <translation>Lasso</translation>
        </message>
        <message>
            <source>Draw around points (L, or Shift)</source>
            <translation>Punkte umfahren (L oder Umschalttaste)</translation>
        </message>
        <message>
            <source>Whole map</source>
            <translation>Ganze Karte</translation>
        </message>
        <message>
            <source>Bring all points into sight</source>
            <translation>Alle Punkte sichtbar machen</translation>
        </message>
        <message>
            <source>List the images whose points are in sight (V)</source>
            <translation>Aufnahmen auflisten, deren Punkte sichtbar sind (V)</translation>
        </message>
        <message>
            <source>List those in sight</source>
            <translation>Sichtbare auflisten</translation>
        </message>
        <message>
            <source>Draw anew</source>
            <translation>Neu zeichnen</translation>
        </message>
        <message>
            <source>Compute the map of all these images again</source>
            <translation>Karte aller dieser Aufnahmen neu berechnen</translation>
        </message>
        <message>
            <source>Have the model look at the films again</source>
            <translation>Modell die Aufnahmen erneut ansehen lassen</translation>
        </message>
    </context>
    <context>
        <name>MapWords</name>
        <message>
            <source>Readers: {word}</source>
            <translation>Befunder: {word}</translation>
        </message>
        <message>
            <source>Reference: {word}</source>
            <translation>Referenz: {word}</translation>
        </message>
        <message>
            <source>Distance from the training films {distance}, limit {limit}</source>
            <translation>Abstand von den Trainingsaufnahmen {distance}, Grenze {limit}</translation>
        </message>
        <message>
            <source>{images}, {model}. t-SNE (perplexity {perplexity}, divergence {kl}) of {count} principal components that carry {share} % of the variance. Neighbours look alike to the model; distances between far groups mean little.</source>
            <translation>{images}, {model}. t-SNE (Perplexität {perplexity}, Divergenz {kl}) von {count} Hauptkomponenten, die {share} % der Varianz tragen. Nachbarn sehen für das Modell ähnlich aus; Abstände zwischen entfernten Gruppen besagen wenig.</translation>
        </message>
        <message>
            <source>{images} came later and were placed on it; they have a rim.</source>
            <translation>{images} kamen später hinzu und wurden auf ihr eingeordnet; sie haben einen Rand.</translation>
        </message>
        <message>
            <source>{images} came later and was placed on it; it has a rim.</source>
            <translation>{images} kam später hinzu und wurde auf ihr eingeordnet; es hat einen Rand.</translation>
        </message>
        <message>
            <source>{images} were scored before features were kept and are not on the map.</source>
            <translation>{images} wurden bewertet, bevor Merkmale aufbewahrt wurden, und fehlen auf der Karte.</translation>
        </message>
        <message>
            <source>{images} was scored before features were kept and is not on the map.</source>
            <translation>{images} wurde bewertet, bevor Merkmale aufbewahrt wurden, und fehlt auf der Karte.</translation>
        </message>
    </context>
    <context>
        <name>MatrixView</name>
        <message>
            <source>true ↓
answered →</source>
            <translation>wahr ↓
Antwort →</translation>
        </message>
    </context>
    <context>
        <name>MeasureDesk</name>
        <message>
            <source>A measurement is NOT saved.</source>
            <translation>Eine Messung ist NICHT gespeichert.</translation>
        </message>
        <message>
            <source>Earlier measurements cannot be shown.</source>
            <translation>Frühere Messungen können nicht angezeigt werden.</translation>
        </message>
    </context>
    <context>
        <name>MeasureWords</name>
        <message>
            <source>Cobb {angle}</source>
            <translation>Cobb {angle}</translation>
        </message>
        <message>
            <source>area {area}</source>
            <translation>Fläche {area}</translation>
        </message>
        <message>
            <source>{number} calibrated</source>
            <translation>{number} kalibriert</translation>
        </message>
        <message>
            <source>{number} at detector</source>
            <translation>{number} am Detektor</translation>
        </message>
        <message>
            <source>{number} in pixels taken as square</source>
            <translation>{number}, Pixel als quadratisch angenommen</translation>
        </message>
        <message>
            <source>{number}, no mm in the file</source>
            <translation>{number}, keine mm in der Datei</translation>
        </message>
        <message>
            <source>mean {mean}  SD {deviation}</source>
            <translation>Mittel {mean}  SD {deviation}</translation>
        </message>
        <message>
            <source>{least} to {most} pixel values, n {count}</source>
            <translation>Pixelwerte {least} bis {most}, n {count}</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>The file is empty</source>
            <translation>Die Datei ist leer</translation>
        </message>
        <message>
            <source>The file is no longer there</source>
            <translation>Die Datei ist nicht mehr da</translation>
        </message>
        <message>
            <source>There is no permission to read this</source>
            <translation>Keine Leseberechtigung</translation>
        </message>
        <message>
            <source>This is a folder, not a file</source>
            <translation>Dies ist ein Ordner, keine Datei</translation>
        </message>
        <message>
            <source>The path is too long for this system</source>
            <translation>Der Pfad ist zu lang für dieses System</translation>
        </message>
        <message>
            <source>It cannot be read ({system})</source>
            <translation>Nicht lesbar ({system})</translation>
        </message>
        <message>
            <source>The name of the file is not valid</source>
            <translation>Der Dateiname ist ungültig</translation>
        </message>
        <message>
            <source>The file does not fit into memory</source>
            <translation>Die Datei passt nicht in den Arbeitsspeicher</translation>
        </message>
        <message>
            <source>This is no image, whatever its name says</source>
            <translation>Dies ist kein Bild, gleich was der Name sagt</translation>
        </message>
        <message>
            <source>This is no image that xraydesk reads</source>
            <translation>Dies ist kein Bild, das xraydesk lesen kann</translation>
        </message>
        <message>
            <source>Not an image</source>
            <translation>Kein Bild</translation>
        </message>
        <message>
            <source>A PDF document</source>
            <translation>Ein PDF-Dokument</translation>
        </message>
        <message>
            <source>A text file</source>
            <translation>Eine Textdatei</translation>
        </message>
        <message>
            <source>A table</source>
            <translation>Eine Tabelle</translation>
        </message>
        <message>
            <source>A data file</source>
            <translation>Eine Datei mit Daten</translation>
        </message>
        <message>
            <source>An archive: unpack it first</source>
            <translation>Ein Archiv: bitte zuerst entpacken</translation>
        </message>
        <message>
            <source>A program</source>
            <translation>Ein Programm</translation>
        </message>
        <message>
            <source>A web page</source>
            <translation>Eine Webseite</translation>
        </message>
        <message>
            <source>A helper file of the operating system</source>
            <translation>Eine Hilfsdatei des Betriebssystems</translation>
        </message>
        <message>
            <source>A link that leads nowhere</source>
            <translation>Eine Verknüpfung ohne Ziel</translation>
        </message>
        <message>
            <source>A link to a folder already visited</source>
            <translation>Eine Verknüpfung zu einem schon gelesenen Ordner</translation>
        </message>
        <message>
            <source>A link to a file already read</source>
            <translation>Eine Verknüpfung zu einer schon gelesenen Datei</translation>
        </message>
        <message>
            <source>Not a plain file (a device, pipe or socket)</source>
            <translation>Keine gewöhnliche Datei (Gerät, Pipe oder Socket)</translation>
        </message>
        <message>
            <source>A DICOMDIR: the list of files on a disc, followed</source>
            <translation>Ein DICOMDIR: Dateiliste eines Datenträgers, berücksichtigt</translation>
        </message>
        <message>
            <source>A second copy of {name}: same SOPInstanceUID, same content</source>
            <translation>Zweite Kopie von {name}: gleiche SOPInstanceUID, gleicher Inhalt</translation>
        </message>
        <message>
            <source>{name} names this file, and it is not there</source>
            <translation>{name} nennt diese Datei, sie ist aber nicht da</translation>
        </message>
        <message>
            <source>A DICOM object without a picture ({modality})</source>
            <translation>Ein DICOM-Objekt ohne Bild ({modality})</translation>
        </message>
        <message>
            <source>A DICOM object without a picture ()</source>
            <translation>Ein DICOM-Objekt ohne Bild</translation>
        </message>
        <message>
            <source>This {modality} object holds no picture</source>
            <translation>Dieses {modality}-Objekt enthält kein Bild</translation>
        </message>
        <message>
            <source>The file was written anew and now holds another image</source>
            <translation>Die Datei wurde neu geschrieben und enthält jetzt ein anderes Bild</translation>
        </message>
        <message>
            <source>Ask for the image to be sent again</source>
            <translation>Bitte das Bild erneut senden lassen</translation>
        </message>
        <message>
            <source>This is not a folder</source>
            <translation>Dies ist kein Ordner</translation>
        </message>
        <message>
            <source>The folder cannot be read: {reason}</source>
            <translation>Der Ordner ist nicht lesbar: {reason}</translation>
        </message>
        <message>
            <source>it is not there</source>
            <translation>Er ist nicht da</translation>
        </message>
        <message>
            <source>there is no permission to open it</source>
            <translation>Die Berechtigung zum Öffnen fehlt</translation>
        </message>
        <message>
            <source>its name is not valid</source>
            <translation>Sein Name ist ungültig</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>Anderen Ordner wählen</translation>
        </message>
        <message>
            <source>New files could not be taken in</source>
            <translation>Neue Dateien konnten nicht übernommen werden</translation>
        </message>
        <message>
            <source>The header is damaged or cut short</source>
            <translation>Der Header ist beschädigt oder unvollständig</translation>
        </message>
        <message>
            <source>The DICOM header is damaged or cut short</source>
            <translation>Der DICOM-Header ist beschädigt oder unvollständig</translation>
        </message>
        <message>
            <source>The image header is damaged or cut short</source>
            <translation>Der Bild-Header ist beschädigt oder unvollständig</translation>
        </message>
        <message>
            <source>The file holds no picture data, it may be cut short</source>
            <translation>Die Datei enthält keine Bilddaten, sie ist vielleicht unvollständig</translation>
        </message>
        <message>
            <source>The header does not say how large the picture is</source>
            <translation>Der Header nennt keine Bildgröße</translation>
        </message>
        <message>
            <source>The header announces {columns} x {rows} pixels, more than any radiograph has</source>
            <translation>Der Header nennt {columns} x {rows} Pixel, mehr als eine Röntgenaufnahme je hat</translation>
        </message>
        <message>
            <source>The header announces more pixels than the file holds, it may be cut short</source>
            <translation>Der Header nennt mehr Pixel, als die Datei enthält; sie ist vielleicht unvollständig</translation>
        </message>
        <message>
            <source>The header announces more pixels than the file holds ({count} bytes), it may be cut short</source>
            <translation>Der Header nennt mehr Pixel, als die Datei enthält ({count} Byte); sie ist vielleicht unvollständig</translation>
        </message>
        <message>
            <source>The deflated data are damaged or cut short</source>
            <translation>Die komprimierten Daten sind beschädigt oder unvollständig</translation>
        </message>
        <message>
            <source>The deflated data are larger than any radiograph</source>
            <translation>Die entpackten Daten sind größer als jede Röntgenaufnahme</translation>
        </message>
        <message>
            <source>Pixels of {bits} bits cannot be read</source>
            <translation>Pixel mit {bits} Bit sind nicht lesbar</translation>
        </message>
        <message>
            <source>The picture does not fit into memory</source>
            <translation>Das Bild passt nicht in den Arbeitsspeicher</translation>
        </message>
        <message>
            <source>The image is damaged and cannot be read</source>
            <translation>Das Bild ist beschädigt und nicht lesbar</translation>
        </message>
        <message>
            <source>The picture has more pixels than any radiograph</source>
            <translation>Das Bild hat mehr Pixel als jede Röntgenaufnahme</translation>
        </message>
        <message>
            <source>The picture is damaged or cut short</source>
            <translation>Das Bild ist beschädigt oder unvollständig</translation>
        </message>
        <message>
            <source>The picture is cut short</source>
            <translation>Das Bild ist unvollständig</translation>
        </message>
        <message>
            <source>The picture is no plain grey or colour picture</source>
            <translation>Das Bild ist kein gewöhnliches Graustufen- oder Farbbild</translation>
        </message>
        <message>
            <source>The compressed picture is empty</source>
            <translation>Das komprimierte Bild ist leer</translation>
        </message>
        <message>
            <source>The picture is stored as {words}, which cannot be read</source>
            <translation>Das Bild ist in einem nicht lesbaren Format gespeichert: {words}</translation>
        </message>
        <message>
            <source>an unknown transfer syntax</source>
            <translation>unbekannte Transfersyntax</translation>
        </message>
        <message>
            <source>The file has no page {number}</source>
            <translation>Die Datei hat keine Seite {number}</translation>
        </message>
        <message>
            <source>The file has no frame {number}</source>
            <translation>Die Datei hat kein Einzelbild {number}</translation>
        </message>
        <message>
            <source>A compressed mask of one bit a pixel is not a radiograph</source>
            <translation>Eine komprimierte Maske mit einem Bit je Pixel ist keine Röntgenaufnahme</translation>
        </message>
        <message>
            <source>A colour picture is not a radiograph</source>
            <translation>Ein Farbbild ist keine Röntgenaufnahme</translation>
        </message>
        <message>
            <source>A colour picture ({words}) is not a radiograph</source>
            <translation>Ein Farbbild ({words}) ist keine Röntgenaufnahme</translation>
        </message>
        <message>
            <source>several samples a pixel</source>
            <translation>mehrere Werte je Pixel</translation>
        </message>
        <message>
            <source>{words} is not a plain radiograph</source>
            <translation>{words} ist keine Röntgenaufnahme</translation>
        </message>
        <message>
            <source>An image of modality {modality}</source>
            <translation>Ein Bild der Modalität {modality}</translation>
        </message>
        <message>
            <source>A CT slice</source>
            <translation>Eine CT-Schicht</translation>
        </message>
        <message>
            <source>An MR image</source>
            <translation>Ein MRT-Bild</translation>
        </message>
        <message>
            <source>An ultrasound image</source>
            <translation>Ein Ultraschallbild</translation>
        </message>
        <message>
            <source>A nuclear medicine image</source>
            <translation>Ein nuklearmedizinisches Bild</translation>
        </message>
        <message>
            <source>A PET image</source>
            <translation>Ein PET-Bild</translation>
        </message>
        <message>
            <source>A microscopy image</source>
            <translation>Ein Mikroskopiebild</translation>
        </message>
        <message>
            <source>An endoscopy image</source>
            <translation>Ein Endoskopiebild</translation>
        </message>
        <message>
            <source>An eye photograph</source>
            <translation>Eine Augenfotografie</translation>
        </message>
        <message>
            <source>An eye scan</source>
            <translation>Eine Augentomografie</translation>
        </message>
        <message>
            <source>A segmentation</source>
            <translation>Eine Segmentierung</translation>
        </message>
        <message>
            <source>A dose map</source>
            <translation>Eine Dosisverteilung</translation>
        </message>
        <message>
            <source>An ECG</source>
            <translation>Ein EKG</translation>
        </message>
        <message>
            <source>image {number} of {count} not assessed: {reason}</source>
            <translation>Bild {number} von {count} nicht beurteilt: {reason}</translation>
        </message>
        <message>
            <source>unlike the films the model was trained on (distance {distance}, limit {limit})</source>
            <translation>Den Trainingsaufnahmen des Modells unähnlich (Abstand {distance}, Grenze {limit})</translation>
        </message>
        <message>
            <source>unlike the films that any of the models was trained on</source>
            <translation>Den Trainingsaufnahmen aller Modelle unähnlich</translation>
        </message>
        <message>
            <source>looks like another kind of film than the model is for (probability {probability} of the right kind, at least {limit} needed)</source>
            <translation>Sieht nach anderer Art von Aufnahme aus, als das Modell beurteilt (Wahrscheinlichkeit der richtigen Art {probability}, nötig mindestens {limit})</translation>
        </message>
        <message>
            <source>the model's answer is not a number</source>
            <translation>Die Antwort des Modells ist keine Zahl</translation>
        </message>
        <message>
            <source>The model gave no finite answer</source>
            <translation>Das Modell gab keine endliche Antwort</translation>
        </message>
        <message>
            <source>The model failed on this image</source>
            <translation>Das Modell ist an diesem Bild gescheitert</translation>
        </message>
        <message>
            <source>a new image is not scored yet</source>
            <translation>Ein neues Bild ist noch nicht bewertet</translation>
        </message>
        <message>
            <source>the file is gone</source>
            <translation>Die Datei ist verschwunden</translation>
        </message>
        <message>
            <source>the file cannot be read: {system}</source>
            <translation>Die Datei ist nicht lesbar: {system}</translation>
        </message>
        <message>
            <source>not enough memory to decode it</source>
            <translation>Zu wenig Arbeitsspeicher zum Dekodieren</translation>
        </message>
        <message>
            <source>cannot be decoded ({system})</source>
            <translation>Nicht dekodierbar ({system})</translation>
        </message>
        <message>
            <source>no model here is for body part "{region}"</source>
            <translation>Kein Modell hier für Körperteil „{region}“</translation>
        </message>
        <message>
            <source>no model here is for the {region} or {other_region}</source>
            <translation>Kein Modell hier für: {region} oder {other_region}</translation>
        </message>
        <message>
            <source>no model here is for the {region}</source>
            <translation>Kein Modell hier für: {region}</translation>
        </message>
        <message>
            <source>{words}: no model here is for it</source>
            <translation>{words}: kein Modell hierfür</translation>
        </message>
        <message>
            <source>{words}: no model here is for this age</source>
            <translation>{words}: kein Modell für dieses Alter</translation>
        </message>
        <message>
            <source>{words}: the model is for {population}</source>
            <translation>{words}: Das Modell ist für {population}</translation>
        </message>
        <message>
            <source>{words}: {title} is for {population}</source>
            <translation>{words}: {title} ist für {population}</translation>
        </message>
        <message>
            <source>modality {modality}</source>
            <translation>Modalität {modality}</translation>
        </message>
        <message>
            <source>body part {region}</source>
            <translation>Körperteil {region}</translation>
        </message>
        <message>
            <source>lateral view</source>
            <translation>Seitliche Aufnahme</translation>
        </message>
        <message>
            <source>decubitus view</source>
            <translation>Aufnahme in Seitenlage</translation>
        </message>
        <message>
            <source>oblique view</source>
            <translation>Schrägaufnahme</translation>
        </message>
        <message>
            <source>{view} view</source>
            <translation>{view}-Aufnahme</translation>
        </message>
        <message>
            <source>adult ({count} y)</source>
            <translation>Erwachsen ({count} J.)</translation>
        </message>
        <message>
            <source>child ({count} y)</source>
            <translation>Kind ({count} J.)</translation>
        </message>
        <message>
            <source>infant ({count} months)</source>
            <translation>Säugling ({count} Mon.)</translation>
        </message>
        <message>
            <source>{scale} grade {number}</source>
            <translation>{scale} Grad {number}</translation>
        </message>
        <message>
            <source>grade {number}</source>
            <translation>Grad {number}</translation>
        </message>
        <message>
            <source>children of 1-5 years, frontal chest</source>
            <translation>Kinder von 1-5 Jahren, Thorax frontal</translation>
        </message>
        <message>
            <source>adults, frontal knee</source>
            <translation>Erwachsene, Knie frontal</translation>
        </message>
        <message>
            <source>other films</source>
            <translation>andere Aufnahmen</translation>
        </message>
        <message>
            <source>{films}, {low} to under {high} years</source>
            <translation>{films}, {low} bis unter {high} Jahre</translation>
        </message>
        <message>
            <source>{films}, {low} years and older</source>
            <translation>{films}, ab {low} Jahren</translation>
        </message>
        <message>
            <source>{films}, under {high} years</source>
            <translation>{films}, unter {high} Jahren</translation>
        </message>
        <message>
            <source>{low} to under {high} years</source>
            <translation>{low} bis unter {high} Jahre</translation>
        </message>
        <message>
            <source>{low} years and older</source>
            <translation>ab {low} Jahren</translation>
        </message>
        <message>
            <source>under {high} years</source>
            <translation>unter {high} Jahren</translation>
        </message>
        <message>
            <source>or</source>
            <translation>oder</translation>
        </message>
        <message>
            <source>and</source>
            <translation>und</translation>
        </message>
        <message>
            <source>lateral</source>
            <translation>seitlich</translation>
        </message>
        <message>
            <source>chest</source>
            <translation>Thorax</translation>
        </message>
        <message>
            <source>knee</source>
            <translation>Knie</translation>
        </message>
        <message>
            <source>hand</source>
            <translation>Hand</translation>
        </message>
        <message>
            <source>wrist</source>
            <translation>Handgelenk</translation>
        </message>
        <message>
            <source>finger</source>
            <translation>Finger</translation>
        </message>
        <message>
            <source>elbow</source>
            <translation>Ellenbogen</translation>
        </message>
        <message>
            <source>forearm</source>
            <translation>Unterarm</translation>
        </message>
        <message>
            <source>humerus</source>
            <translation>Oberarm</translation>
        </message>
        <message>
            <source>shoulder</source>
            <translation>Schulter</translation>
        </message>
        <message>
            <source>hip</source>
            <translation>Hüfte</translation>
        </message>
        <message>
            <source>pelvis</source>
            <translation>Becken</translation>
        </message>
        <message>
            <source>abdomen</source>
            <translation>Abdomen</translation>
        </message>
        <message>
            <source>ankle</source>
            <translation>Sprunggelenk</translation>
        </message>
        <message>
            <source>foot</source>
            <translation>Fuß</translation>
        </message>
        <message>
            <source>reading the folder: {count} files</source>
            <translation>Ordner wird gelesen: {count} Dateien</translation>
        </message>
        <message>
            <source>reading the folder</source>
            <translation>Ordner wird gelesen</translation>
        </message>
        <message>
            <source>loading the model</source>
            <translation>Modell wird geladen</translation>
        </message>
        <message>
            <source>scoring</source>
            <translation>Bewertung läuft</translation>
        </message>
        <message>
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>Stopped; what was done is kept</source>
            <translation>Angehalten; das Erledigte bleibt erhalten</translation>
        </message>
        <message>
            <source>The run failed: {reason}</source>
            <translation>Der Durchlauf ist gescheitert: {reason}</translation>
        </message>
        <message>
            <source>{device}: out of memory, going on with batches of {count}</source>
            <translation>{device}: Speicher erschöpft, weiter in Gruppen zu {count}</translation>
        </message>
        <message>
            <source>{device} failed, going on with {other_device}</source>
            <translation>{device} ist ausgefallen, weiter mit {other_device}</translation>
        </message>
        <message>
            <source>{device} cannot take the model, going on with {other_device}</source>
            <translation>{device} kann das Modell nicht aufnehmen, weiter mit {other_device}</translation>
        </message>
        <message>
            <source>{device} has too little memory for one film, going on with {other_device}</source>
            <translation>{device} hat zu wenig Speicher für eine Aufnahme, weiter mit {other_device}</translation>
        </message>
        <message>
            <source>CPU, 1 thread</source>
            <translation>CPU, 1 Thread</translation>
        </message>
        <message>
            <source>CPU, {count} threads</source>
            <translation>CPU, {count} Threads</translation>
        </message>
        <message>
            <source>Apple GPU (MPS)</source>
            <translation>Apple-GPU (MPS)</translation>
        </message>
        <message>
            <source>{gpu} (CUDA)</source>
            <translation>{gpu} (CUDA)</translation>
        </message>
        <message>
            <source>The installed torch was built without CUDA, so it cannot use an NVIDIA GPU</source>
            <translation>Das installierte torch ist ohne CUDA gebaut und kann keine NVIDIA-GPU nutzen</translation>
        </message>
        <message>
            <source>This machine has no NVIDIA GPU that torch can use (CUDA)</source>
            <translation>Dieser Rechner hat keine NVIDIA-GPU, die torch nutzen kann (CUDA)</translation>
        </message>
        <message>
            <source>This machine has no Apple GPU that torch can use (MPS)</source>
            <translation>Dieser Rechner hat keine Apple-GPU, die torch nutzen kann (MPS)</translation>
        </message>
        <message>
            <source>The NVIDIA GPU does not answer: {system}</source>
            <translation>Die NVIDIA-GPU antwortet nicht: {system}</translation>
        </message>
        <message>
            <source>There is no device {name}</source>
            <translation>Es gibt kein Gerät {name}</translation>
        </message>
        <message>
            <source>Choose auto or cpu</source>
            <translation>auto oder cpu wählen</translation>
        </message>
        <message>
            <source>Choose one of {names}</source>
            <translation>Eines davon wählen: {names}</translation>
        </message>
        <message>
            <source>There is not enough memory for one film</source>
            <translation>Der Arbeitsspeicher reicht nicht für eine Aufnahme</translation>
        </message>
        <message>
            <source>There is not enough memory for this</source>
            <translation>Der Arbeitsspeicher reicht hierfür nicht</translation>
        </message>
        <message>
            <source>Close other programs</source>
            <translation>Andere Programme schließen</translation>
        </message>
        <message>
            <source>Close other programs and try again</source>
            <translation>Andere Programme schließen und erneut versuchen</translation>
        </message>
        <message>
            <source>Something unforeseen went wrong</source>
            <translation>Etwas Unvorhergesehenes ist schiefgegangen</translation>
        </message>
        <message>
            <source>The log file says more</source>
            <translation>Die Protokolldatei sagt mehr</translation>
        </message>
        <message>
            <source>The log file has the details</source>
            <translation>Die Protokolldatei enthält die Einzelheiten</translation>
        </message>
        <message>
            <source>No model is installed</source>
            <translation>Kein Modell ist installiert</translation>
        </message>
        <message>
            <source>Put a model's folder there and start again</source>
            <translation>Ordner eines Modells dort ablegen und neu starten</translation>
        </message>
        <message>
            <source>No installed model has this name</source>
            <translation>Kein installiertes Modell hat diesen Namen</translation>
        </message>
        <message>
            <source>Installed: none</source>
            <translation>Installiert: keines</translation>
        </message>
        <message>
            <source>Installed: {names}</source>
            <translation>Installiert: {names}</translation>
        </message>
        <message>
            <source>The model cannot be used: {reason}</source>
            <translation>Das Modell ist nicht verwendbar: {reason}</translation>
        </message>
        <message>
            <source>{name} {version} is already installed ({folder})</source>
            <translation>{name} {version} ist bereits installiert ({folder})</translation>
        </message>
        <message>
            <source>The model could not be loaded: {reason}</source>
            <translation>Das Modell konnte nicht geladen werden: {reason}</translation>
        </message>
        <message>
            <source>The model cannot be written: {system}</source>
            <translation>Das Modell kann nicht geschrieben werden: {system}</translation>
        </message>
        <message>
            <source>The model was made for a newer xraydesk (card schema {count}, this one knows {known})</source>
            <translation>Das Modell ist für ein neueres xraydesk gemacht (Kartenschema {count}, dieses kennt {known})</translation>
        </message>
        <message>
            <source>Update xraydesk</source>
            <translation>xraydesk aktualisieren</translation>
        </message>
        <message>
            <source>Update xraydesk; known here: {names}</source>
            <translation>xraydesk aktualisieren; hier bekannt: {names}</translation>
        </message>
        <message>
            <source>Install the model again from its source</source>
            <translation>Modell aus seiner Quelle neu installieren</translation>
        </message>
        <message>
            <source>Install xraydesk again</source>
            <translation>xraydesk neu installieren</translation>
        </message>
        <message>
            <source>The program's own folder "{name}" is missing</source>
            <translation>Der programmeigene Ordner „{name}“ fehlt</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Bestandteile</translation>
        </message>
        <message>
            <source>{title} ({name}): licence {words}, weights sha256 {hash}</source>
            <translation>{title} ({name}): Lizenz {words}, SHA-256 der Gewichte {hash}</translation>
        </message>
        <message>
            <source>{title}: not stated</source>
            <translation>{title}: nicht angegeben</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <source>Qt and PySide6 are used under the GNU Lesser General Public License, version 3.</source>
            <translation>Qt und PySide6 werden unter der GNU Lesser General Public License, Version 3, verwendet.</translation>
        </message>
        <message>
            <source>Verdicts, results and the audit log</source>
            <translation>Beurteilungen, Ergebnisse und Prüfprotokoll</translation>
        </message>
        <message>
            <source>The program's log (it names no patient and no folder)</source>
            <translation>Programmprotokoll (es nennt keinen Patienten und keinen Ordner)</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>The weights are larger than any model's here</source>
            <translation>Die Gewichte sind größer als die jedes Modells hier</translation>
        </message>
        <message>
            <source>The model's weights are missing</source>
            <translation>Die Gewichte des Modells fehlen</translation>
        </message>
        <message>
            <source>The model's weights cannot be read: {system}</source>
            <translation>Die Gewichte des Modells sind nicht lesbar: {system}</translation>
        </message>
        <message>
            <source>The model's weights do not match the hash in its card: the file was changed, damaged or cut short</source>
            <translation>Die Gewichte des Modells passen nicht zur Prüfsumme in seiner Karte: Die Datei wurde verändert, beschädigt oder ist unvollständig</translation>
        </message>
        <message>
            <source>The model's weights are no sound safetensors file</source>
            <translation>Die Gewichte des Modells sind keine gültige safetensors-Datei</translation>
        </message>
        <message>
            <source>This xraydesk does not know the architecture {name}</source>
            <translation>Dieses xraydesk kennt die Architektur {name} nicht</translation>
        </message>
        <message>
            <source>The tensor {name} is of type {type}, not a float of 16 or 32 bits</source>
            <translation>Der Tensor {name} ist vom Typ {type}, keine Gleitkommazahl mit 16 oder 32 Bit</translation>
        </message>
        <message>
            <source>The tensor {name} holds values that are not finite</source>
            <translation>Der Tensor {name} enthält Werte, die nicht endlich sind</translation>
        </message>
        <message>
            <source>The tensor {name} has shape {shape} where {wanted} is wanted</source>
            <translation>Der Tensor {name} hat die Form {shape}, nötig ist {wanted}</translation>
        </message>
        <message>
            <source>The tensor gate.{name} must be above 0 throughout</source>
            <translation>Der Tensor gate.{name} muss durchweg über 0 liegen</translation>
        </message>
        <message>
            <source>The tensors gate.mean and gate.basis must have one and two dimensions</source>
            <translation>Die Tensoren gate.mean und gate.basis müssen eine und zwei Dimensionen haben</translation>
        </message>
        <message>
            <source>The weights lack tensors of this architecture: {names}</source>
            <translation>Den Gewichten fehlen Tensoren dieser Architektur: {names}</translation>
        </message>
        <message>
            <source>The weights lack the gate's tensor gate.{name}</source>
            <translation>Den Gewichten fehlt der Tensor gate.{name} der Zulassungsprüfung</translation>
        </message>
        <message>
            <source>The weights hold tensors this architecture does not have: {names}</source>
            <translation>Die Gewichte enthalten Tensoren, die diese Architektur nicht hat: {names}</translation>
        </message>
        <message>
            <source>The weights hold tensors the gate does not have: {names}</source>
            <translation>Die Gewichte enthalten Tensoren, die die Zulassungsprüfung nicht hat: {names}</translation>
        </message>
        <message>
            <source>The weights hold only one of gate.domain_weight and gate.domain_bias</source>
            <translation>Die Gewichte enthalten nur eines von gate.domain_weight und gate.domain_bias</translation>
        </message>
        <message>
            <source>The card has a gate.domain_cutoff and the weights have no gate.domain_weight</source>
            <translation>Die Karte hat ein gate.domain_cutoff, die Gewichte haben kein gate.domain_weight</translation>
        </message>
        <message>
            <source>The network's answer to an empty film is not finite</source>
            <translation>Die Antwort des Netzes auf eine leere Aufnahme ist nicht endlich</translation>
        </message>
        <message>
            <source>The network cannot take images of {size} pixels</source>
            <translation>Das Netz kann keine Bilder mit {size} Pixeln verarbeiten</translation>
        </message>
        <message>
            <source>The gate is made for {count} features, the network has {number}</source>
            <translation>Die Zulassungsprüfung ist für {count} Merkmale gemacht, das Netz hat {number}</translation>
        </message>
        <message>
            <source>The model card is missing</source>
            <translation>Die Modellkarte fehlt</translation>
        </message>
        <message>
            <source>The model card is larger than any card is</source>
            <translation>Die Modellkarte ist größer, als eine Karte sein kann</translation>
        </message>
        <message>
            <source>The model card is not valid JSON</source>
            <translation>Die Modellkarte ist kein gültiges JSON</translation>
        </message>
        <message>
            <source>The model card is not a JSON object</source>
            <translation>Die Modellkarte ist kein JSON-Objekt</translation>
        </message>
        <message>
            <source>The model card cannot be read: {system}</source>
            <translation>Die Modellkarte ist nicht lesbar: {system}</translation>
        </message>
        <message>
            <source>The model card cannot be written as JSON: {system}</source>
            <translation>Die Modellkarte kann nicht als JSON geschrieben werden: {system}</translation>
        </message>
        <message>
            <source>The model card's field architecture_options does not fit {name}: {system}</source>
            <translation>Das Feld architecture_options der Modellkarte passt nicht zu {name}: {system}</translation>
        </message>
        <message>
            <source>The model card's field {field} {what}</source>
            <translation>Das Feld {field} der Modellkarte {what}</translation>
        </message>
        <message>
            <source>is missing</source>
            <translation>fehlt</translation>
        </message>
        <message>
            <source>is empty</source>
            <translation>ist leer</translation>
        </message>
        <message>
            <source>must be text</source>
            <translation>muss Text sein</translation>
        </message>
        <message>
            <source>must be a list</source>
            <translation>muss eine Liste sein</translation>
        </message>
        <message>
            <source>must be an object</source>
            <translation>muss ein Objekt sein</translation>
        </message>
        <message>
            <source>must be a number</source>
            <translation>muss eine Zahl sein</translation>
        </message>
        <message>
            <source>must be a finite number</source>
            <translation>muss eine endliche Zahl sein</translation>
        </message>
        <message>
            <source>must be a whole number</source>
            <translation>muss eine ganze Zahl sein</translation>
        </message>
        <message>
            <source>must be a whole number from 1</source>
            <translation>muss eine ganze Zahl ab 1 sein</translation>
        </message>
        <message>
            <source>must have {count} entries</source>
            <translation>muss {count} Einträge haben</translation>
        </message>
        <message>
            <source>must be above 0</source>
            <translation>muss über 0 liegen</translation>
        </message>
        <message>
            <source>must be above 0 and at most 1000</source>
            <translation>muss über 0 und höchstens bei 1000 liegen</translation>
        </message>
        <message>
            <source>must be above 0, or the order of the studies would be turned round</source>
            <translation>muss über 0 liegen, sonst kehrt sich die Reihenfolge der Untersuchungen um</translation>
        </message>
        <message>
            <source>must be above age_min</source>
            <translation>muss über age_min liegen</translation>
        </message>
        <message>
            <source>must lie between 0 and 1</source>
            <translation>muss zwischen 0 und 1 liegen</translation>
        </message>
        <message>
            <source>must lie between 0.5 and 1</source>
            <translation>muss zwischen 0,5 und 1 liegen</translation>
        </message>
        <message>
            <source>must lie between 32 and 2048</source>
            <translation>muss zwischen 32 und 2048 liegen</translation>
        </message>
        <message>
            <source>must be at least 1 and leave each tile 4 pixels</source>
            <translation>muss mindestens 1 sein und jeder Kachel 4 Pixel lassen</translation>
        </message>
        <message>
            <source>must be two rising percentiles</source>
            <translation>muss aus zwei aufsteigenden Perzentilen bestehen</translation>
        </message>
        <message>
            <source>must be empty or one of: {names}</source>
            <translation>muss leer sein oder eines von: {names}</translation>
        </message>
        <message>
            <source>must be small letters, digits, dots and dashes, at most 64 of them</source>
            <translation>darf nur Kleinbuchstaben, Ziffern, Punkte und Striche enthalten, höchstens 64</translation>
        </message>
        <message>
            <source>must be letters, digits, dots and dashes, at most 64 of them</source>
            <translation>darf nur Buchstaben, Ziffern, Punkte und Striche enthalten, höchstens 64</translation>
        </message>
        <message>
            <source>must be 64 hexadecimal digits</source>
            <translation>muss aus 64 Hexadezimalziffern bestehen</translation>
        </message>
        <message>
            <source>must be a share between 0 and 1 inside its interval</source>
            <translation>muss ein Anteil zwischen 0 und 1 innerhalb seines Intervalls sein</translation>
        </message>
        <message>
            <source>is for a model that judges whole films</source>
            <translation>gilt für ein Modell, das ganze Aufnahmen beurteilt</translation>
        </message>
        <message>
            <source>is for a model that judges a region</source>
            <translation>gilt für ein Modell, das einen Ausschnitt beurteilt</translation>
        </message>
        <message>
            <source>has an age outside 0 to 150 years</source>
            <translation>hat ein Alter außerhalb von 0 bis 150 Jahren</translation>
        </message>
        <message>
            <source>has an empty or repeated name</source>
            <translation>hat einen leeren oder doppelten Namen</translation>
        </message>
        <message>
            <source>has a repeated name</source>
            <translation>hat einen doppelten Namen</translation>
        </message>
        <message>
            <source>has its rule-out threshold above its rule-in threshold</source>
            <translation>hat eine Ausschlussschwelle über der Nachweisschwelle</translation>
        </message>
        <message>
            <source>lacks the point {name}</source>
            <translation>enthält den Punkt {name} nicht</translation>
        </message>
        <message>
            <source>The disk is full, nothing more can be saved</source>
            <translation>Der Datenträger ist voll, nichts kann mehr gespeichert werden</translation>
        </message>
        <message>
            <source>The disk is full, xraydesk's own folder cannot be made</source>
            <translation>Der Datenträger ist voll, der eigene Ordner von xraydesk kann nicht angelegt werden</translation>
        </message>
        <message>
            <source>xraydesk's own folder cannot be made</source>
            <translation>Der eigene Ordner von xraydesk kann nicht angelegt werden</translation>
        </message>
        <message>
            <source>Free some space or choose another folder with --data-dir</source>
            <translation>Speicherplatz freigeben oder mit --data-dir einen anderen Ordner wählen</translation>
        </message>
        <message>
            <source>Check its permissions or choose another with --data-dir</source>
            <translation>Seine Berechtigungen prüfen oder mit --data-dir einen anderen wählen</translation>
        </message>
        <message>
            <source>Check the permissions of this folder or choose another with --data-dir</source>
            <translation>Die Berechtigungen dieses Ordners prüfen oder mit --data-dir einen anderen wählen</translation>
        </message>
        <message>
            <source>The database is damaged</source>
            <translation>Die Datenbank ist beschädigt</translation>
        </message>
        <message>
            <source>Put a backup in its place, or move the file away: xraydesk then starts with an empty one</source>
            <translation>Eine Sicherung an ihre Stelle legen oder die Datei verschieben: xraydesk beginnt dann mit einer leeren</translation>
        </message>
        <message>
            <source>Another program keeps the database locked</source>
            <translation>Ein anderes Programm hält die Datenbank gesperrt</translation>
        </message>
        <message>
            <source>Close it and try again</source>
            <translation>Es schließen und erneut versuchen</translation>
        </message>
        <message>
            <source>The database cannot be opened for writing</source>
            <translation>Die Datenbank kann nicht zum Schreiben geöffnet werden</translation>
        </message>
        <message>
            <source>The database refused: {system}</source>
            <translation>Die Datenbank hat abgelehnt: {system}</translation>
        </message>
        <message>
            <source>The database is not open</source>
            <translation>Die Datenbank ist nicht geöffnet</translation>
        </message>
        <message>
            <source>The database is closed already</source>
            <translation>Die Datenbank ist bereits geschlossen</translation>
        </message>
        <message>
            <source>A newer xraydesk, started beside this one, has changed the database</source>
            <translation>Ein neueres xraydesk, das neben diesem gestartet wurde, hat die Datenbank geändert</translation>
        </message>
        <message>
            <source>Close this program and start the newer one</source>
            <translation>Schließen Sie dieses Programm und starten Sie das neuere</translation>
        </message>
        <message>
            <source>There is no room for a copy of the database, which is made before a new version of xraydesk changes it: {count} MB more are needed</source>
            <translation>Für eine Kopie der Datenbank, die angelegt wird, bevor eine neue Version von xraydesk sie ändert, ist kein Platz: Es fehlen {count} MB</translation>
        </message>
        <message>
            <source>Free some space and start again; nothing was changed</source>
            <translation>Schaffen Sie Platz und starten Sie neu; nichts wurde geändert</translation>
        </message>
        <message>
            <source>No sound copy of the database can be made, so that it was not brought to the present version</source>
            <translation>Von der Datenbank lässt sich keine fehlerfreie Kopie anlegen; sie wurde daher nicht auf die jetzige Version gebracht</translation>
        </message>
        <message>
            <source>The file or the disk is damaged: put a backup in its place</source>
            <translation>Die Datei oder der Datenträger ist beschädigt: Setzen Sie eine Sicherung an ihre Stelle</translation>
        </message>
        <message>
            <source>The disk became full while the database was brought to the present version</source>
            <translation>Der Datenträger wurde voll, während die Datenbank auf die jetzige Version gebracht wurde</translation>
        </message>
        <message>
            <source>No copy of the database can be put beside it, and without one it is not brought to the present version: {system}</source>
            <translation>Neben der Datenbank lässt sich keine Kopie ablegen, und ohne Kopie wird sie nicht auf die jetzige Version gebracht: {system}</translation>
        </message>
        <message>
            <source>Check the permissions of this folder; nothing was changed</source>
            <translation>Prüfen Sie die Berechtigungen dieses Ordners; nichts wurde geändert</translation>
        </message>
        <message>
            <source>The database was written by a newer xraydesk</source>
            <translation>Die Datenbank wurde von einem neueren xraydesk geschrieben</translation>
        </message>
        <message>
            <source>Install the newer version, or choose another folder with --data-dir</source>
            <translation>Die neuere Version installieren oder mit --data-dir einen anderen Ordner wählen</translation>
        </message>
        <message>
            <source>This verdict was taken back before</source>
            <translation>Diese Beurteilung wurde schon zurückgenommen</translation>
        </message>
        <message>
            <source>The {words} were changed from outside, from entry {number} on</source>
            <translation>Von außen verändert, ab Eintrag {number}: {words}</translation>
        </message>
        <message>
            <source>{count} {words} that the audit log knows are gone, from number {number} on</source>
            <translation>{count} Einträge, die das Prüfprotokoll kennt, fehlen ab Nummer {number}: {words}</translation>
        </message>
        <message>
            <source>Keep the file as it is and tell whoever is responsible for this installation</source>
            <translation>Die Datei unverändert lassen und die für diese Installation verantwortliche Person verständigen</translation>
        </message>
        <message>
            <source>verdicts</source>
            <translation>Beurteilungen</translation>
        </message>
        <message>
            <source>findings of verdicts</source>
            <translation>Befunde der Beurteilungen</translation>
        </message>
        <message>
            <source>confidences in findings</source>
            <translation>Sicherheiten in Befunden</translation>
        </message>
        <message>
            <source>withdrawals of verdicts</source>
            <translation>Rücknahmen von Beurteilungen</translation>
        </message>
        <message>
            <source>annotations</source>
            <translation>Annotationen</translation>
        </message>
        <message>
            <source>audit log</source>
            <translation>Prüfprotokoll</translation>
        </message>
        <message>
            <source>The settings file cannot be read</source>
            <translation>Die Einstellungsdatei ist nicht lesbar</translation>
        </message>
        <message>
            <source>The settings file is no valid TOML: {system}</source>
            <translation>Die Einstellungsdatei ist kein gültiges TOML: {system}</translation>
        </message>
        <message>
            <source>The settings cannot be saved</source>
            <translation>Die Einstellungen können nicht gespeichert werden</translation>
        </message>
        <message>
            <source>"{name}" must be true or false</source>
            <translation>„{name}“ muss true oder false sein</translation>
        </message>
        <message>
            <source>"{name}" must be text in quotes</source>
            <translation>„{name}“ muss Text in Anführungszeichen sein</translation>
        </message>
        <message>
            <source>"{name}" must be a list of {words}</source>
            <translation>„{name}“ muss eine Liste sein: {words}</translation>
        </message>
        <message>
            <source>"{name}" must be one of {names}</source>
            <translation>„{name}“ muss eines davon sein: {names}</translation>
        </message>
        <message>
            <source>keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>filters</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>folders</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Correct it or remove it; the defaults are used meanwhile</source>
            <translation>Korrigieren oder entfernen; bis dahin gelten die Vorgaben</translation>
        </message>
        <message>
            <source>The picture could not be written</source>
            <translation>Das Bild konnte nicht geschrieben werden</translation>
        </message>
        <message>
            <source>A picture of this name is there already</source>
            <translation>Ein Bild dieses Namens ist schon vorhanden</translation>
        </message>
        <message>
            <source>The disk is full, the result cannot be written</source>
            <translation>Der Datenträger ist voll, das Ergebnis kann nicht geschrieben werden</translation>
        </message>
        <message>
            <source>The result cannot be written: {reason}</source>
            <translation>Das Ergebnis kann nicht geschrieben werden: {reason}</translation>
        </message>
        <message>
            <source>Free some space</source>
            <translation>Speicherplatz freigeben</translation>
        </message>
        <message>
            <source>Choose another name</source>
            <translation>Wählen Sie einen anderen Namen</translation>
        </message>
        <message>
            <source>Choose another place</source>
            <translation>Anderen Ort wählen</translation>
        </message>
        <message>
            <source>The list of licences cannot be read</source>
            <translation>Die Liste der Lizenzen ist nicht lesbar</translation>
        </message>
        <message>
            <source>A licence's text cannot be read: {system}</source>
            <translation>Ein Lizenztext ist nicht lesbar: {system}</translation>
        </message>
        <message>
            <source>No film to learn from is left.</source>
            <translation>Es bleibt keine Aufnahme, von der gelernt werden könnte.</translation>
        </message>
        <message>
            <source>All films are of one patient or copies of each other: nothing can be held back to check what was learnt.</source>
            <translation>Alle Aufnahmen stammen von einem Patienten oder sind Kopien voneinander: Es kann nichts zurückgehalten werden, um das Gelernte zu prüfen.</translation>
        </message>
        <message>
            <source>{count} films are copies of each other and have different labels: one of the labels is wrong.</source>
            <translation>{count} Aufnahmen sind Kopien voneinander und tragen verschiedene Labels: Eines der Labels ist falsch.</translation>
        </message>
        <message>
            <source>{count} films cannot be read. Training goes on without them.</source>
            <translation>{count} Aufnahmen können nicht gelesen werden. Das Training läuft ohne sie.</translation>
        </message>
        <message>
            <source>{count} patients stand in several parts that the set comes with. Training here draws its own parts, by patient.</source>
            <translation>{count} Patienten stehen in mehreren der mitgelieferten Teile des Datensatzes. Das Training hier bildet eigene Teile, nach Patienten.</translation>
        </message>
        <message>
            <source>{count} films are copies of each other under different patients. Training here keeps copies on one side; a split by patient alone would not.</source>
            <translation>{count} Aufnahmen sind Kopien voneinander unter verschiedenen Patienten. Das Training hier hält Kopien auf einer Seite; eine Aufteilung allein nach Patienten täte das nicht.</translation>
        </message>
        <message>
            <source>{count} films are the same file several times.</source>
            <translation>{count} Aufnahmen sind mehrfach dieselbe Datei.</translation>
        </message>
        <message>
            <source>{count} films are nearly the same picture as another one. Training keeps them on one side of the split.</source>
            <translation>{count} Aufnahmen zeigen fast dasselbe Bild wie eine andere. Das Training hält sie auf einer Seite der Aufteilung.</translation>
        </message>
        <message>
            <source>Each film counts as a patient of its own. Where several are of one patient after all, they may fall on both sides of the split and make the figures look better than they are.</source>
            <translation>Jede Aufnahme zählt als eigener Patient. Gehören doch mehrere zu einem Patienten, so können sie auf beide Seiten der Aufteilung fallen und die Zahlen besser aussehen lassen, als sie sind.</translation>
        </message>
        <message>
            <source>There is one {words} film to {count} others. Training balances the classes; figures of the rarer one are uncertain.</source>
            <translation>Auf eine Aufnahme der Klasse „{words}“ kommen {count} andere. Das Training gleicht die Klassen aus; Kennzahlen der selteneren sind unsicher.</translation>
        </message>
        <message>
            <source>Only {count} films are {words}. No figure of the model will be certain.</source>
            <translation>Nur {count} Aufnahmen sind {words}. Keine Kennzahl des Modells wird sicher sein.</translation>
        </message>
        <message>
            <source>The label has {count} values. For the figures here 1 and more, or what the set calls abnormal, counts as abnormal.</source>
            <translation>Das Label hat {count} Werte. Für die Zahlen hier gilt als auffällig, was 1 und mehr ist oder im Datensatz auffällig heißt.</translation>
        </message>
        <message>
            <source>{count} files are not part of the table of labels.</source>
            <translation>{count} Dateien gehören nicht zur Tabelle der Labels.</translation>
        </message>
        <message>
            <source>{count} films have no answer to this label and are not used.</source>
            <translation>{count} Aufnahmen haben keine Antwort zu diesem Label und werden nicht verwendet.</translation>
        </message>
        <message>
            <source>{count} films belong to the set's own test part and are not used.</source>
            <translation>{count} Aufnahmen gehören zum Testteil des Datensatzes und werden nicht verwendet.</translation>
        </message>
        <message>
            <source>{count} patients have more than one film. A split by film would put them on both sides; training here splits by patient.</source>
            <translation>{count} Patienten haben mehr als eine Aufnahme. Eine Aufteilung nach Aufnahmen brächte sie auf beide Seiten; das Training hier teilt nach Patienten auf.</translation>
        </message>
        <message>
            <source>One film cannot be read. Training goes on without it.</source>
            <translation>Eine Aufnahme kann nicht gelesen werden. Das Training läuft ohne sie.</translation>
        </message>
        <message>
            <source>One patient stands in several parts that the set comes with. Training here draws its own parts, by patient.</source>
            <translation>Ein Patient steht in mehreren der mitgelieferten Teile des Datensatzes. Das Training hier bildet eigene Teile, nach Patienten.</translation>
        </message>
        <message>
            <source>Only one film is {words}. No figure of the model will be certain.</source>
            <translation>Nur eine Aufnahme ist {words}. Keine Kennzahl des Modells wird sicher sein.</translation>
        </message>
        <message>
            <source>One file is not part of the table of labels.</source>
            <translation>Eine Datei gehört nicht zur Tabelle der Labels.</translation>
        </message>
        <message>
            <source>One film has no answer to this label and is not used.</source>
            <translation>Eine Aufnahme hat keine Antwort zu diesem Label und wird nicht verwendet.</translation>
        </message>
        <message>
            <source>One film belongs to the set's own test part and is not used.</source>
            <translation>Eine Aufnahme gehört zum Testteil des Datensatzes und wird nicht verwendet.</translation>
        </message>
        <message>
            <source>One patient has more than one film. A split by film would put them on both sides; training here splits by patient.</source>
            <translation>Ein Patient hat mehr als eine Aufnahme. Eine Aufteilung nach Aufnahmen brächte sie auf beide Seiten; das Training hier teilt nach Patienten auf.</translation>
        </message>
        <message>
            <source>All films are normal: a model needs both classes to learn from.</source>
            <translation>Alle Aufnahmen sind unauffällig: Ein Modell braucht beide Klassen, um zu lernen.</translation>
        </message>
        <message>
            <source>All films are abnormal: a model needs both classes to learn from.</source>
            <translation>Alle Aufnahmen sind auffällig: Ein Modell braucht beide Klassen, um zu lernen.</translation>
        </message>
        <message>
            <source>All normal films are of one patient: training and its check each need some.</source>
            <translation>Alle unauffälligen Aufnahmen stammen von einem Patienten: Das Training und seine Prüfung brauchen jeweils welche.</translation>
        </message>
        <message>
            <source>All abnormal films are of one patient: training and its check each need some.</source>
            <translation>Alle auffälligen Aufnahmen stammen von einem Patienten: Das Training und seine Prüfung brauchen jeweils welche.</translation>
        </message>
        <message>
            <source>The file type</source>
            <translation>Der Dateityp</translation>
        </message>
        <message>
            <source>The size</source>
            <translation>Die Größe</translation>
        </message>
        <message>
            <source>The aspect ratio</source>
            <translation>Das Seitenverhältnis</translation>
        </message>
        <message>
            <source>The sharpness</source>
            <translation>Die Schärfe</translation>
        </message>
        <message>
            <source>The brightness</source>
            <translation>Die Helligkeit</translation>
        </message>
        <message>
            <source>The contrast</source>
            <translation>Der Kontrast</translation>
        </message>
        <message>
            <source>The number of burnt-in letters and markers</source>
            <translation>Die Zahl eingebrannter Buchstaben und Marken</translation>
        </message>
        <message>
            <source>The device's maker</source>
            <translation>Der Hersteller des Geräts</translation>
        </message>
        <message>
            <source>The view</source>
            <translation>Die Projektion</translation>
        </message>
        <message>
            <source>{what} alone separates the classes (AUROC {number}, {low} to {high}): a model could learn that in place of the disease.</source>
            <translation>{what} allein trennt die Klassen (AUROC {number}, {low} bis {high}): Ein Modell könnte das anstelle der Krankheit lernen.</translation>
        </message>
        <message>
            <source>{what} alone tells much of the classes (AUROC {number}, {low} to {high}): a model could learn that in place of the disease.</source>
            <translation>{what} allein verrät viel über die Klassen (AUROC {number}, {low} bis {high}): Ein Modell könnte das anstelle der Krankheit lernen.</translation>
        </message>
        <message>
            <source>{what} alone tells something of the classes (AUROC {number}, {low} to {high}).</source>
            <translation>{what} allein verrät etwas über die Klassen (AUROC {number}, {low} bis {high}).</translation>
        </message>
        <message>
            <source>{what} alone tells nothing of the classes (AUROC {number}, {low} to {high}).</source>
            <translation>{what} allein verrät nichts über die Klassen (AUROC {number}, {low} bis {high}).</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>unauffällig</translation>
        </message>
        <message>
            <source>abnormal</source>
            <translation>auffällig</translation>
        </message>
        <message>
            <source>{count} films of {number} patients; {known} of them are abnormal. Label: {label}.</source>
            <translation>{count} Aufnahmen von {number} Patienten; {known} davon sind auffällig. Label: {label}.</translation>
        </message>
        <message>
            <source>One film was left out by hand.</source>
            <translation>Eine Aufnahme wurde von Hand ausgelassen.</translation>
        </message>
        <message>
            <source>{count} films were left out by hand.</source>
            <translation>{count} Aufnahmen wurden von Hand ausgelassen.</translation>
        </message>
        <message>
            <source>A source of training data needs a name</source>
            <translation>Eine Quelle von Trainingsdaten braucht einen Namen</translation>
        </message>
        <message>
            <source>Choose the folder of the films</source>
            <translation>Wählen Sie den Ordner der Aufnahmen</translation>
        </message>
        <message>
            <source>No reader answered this finding</source>
            <translation>Niemand hat diesen Befund beantwortet</translation>
        </message>
        <message>
            <source>The rule decides no study</source>
            <translation>Die Regel entscheidet keine Untersuchung</translation>
        </message>
        <message>
            <source>Choose another rule, or read more studies</source>
            <translation>Wählen Sie eine andere Regel oder befunden Sie mehr Untersuchungen</translation>
        </message>
        <message>
            <source>None of the films of these studies is there any more</source>
            <translation>Keine Aufnahme dieser Untersuchungen ist noch vorhanden</translation>
        </message>
        <message>
            <source>Open their folder at the reading desk and try again</source>
            <translation>Öffnen Sie ihren Ordner am Befundplatz und versuchen Sie es erneut</translation>
        </message>
        <message>
            <source>A film is left out for a reason</source>
            <translation>Eine Aufnahme wird aus einem Grund ausgelassen</translation>
        </message>
        <message>
            <source>Say why, in a few words</source>
            <translation>Sagen Sie in wenigen Worten, warum</translation>
        </message>
        <message>
            <source>A film that cannot be opened has no content to know it by</source>
            <translation>Eine Aufnahme, die sich nicht öffnen lässt, hat keinen Inhalt, an dem sie zu erkennen wäre</translation>
        </message>
        <message>
            <source>It is another file than the one that was judged</source>
            <translation>Es ist eine andere Datei als die, die beurteilt wurde</translation>
        </message>
        <message>
            <source>No table {name} is here</source>
            <translation>Hier ist keine Tabelle {name}</translation>
        </message>
        <message>
            <source>The table of films lacks the columns {names}</source>
            <translation>Der Tabelle der Aufnahmen fehlen die Spalten {names}</translation>
        </message>
        <message>
            <source>None of the films is where it was, or it was changed</source>
            <translation>Keine der Aufnahmen liegt, wo sie lag, oder sie wurde verändert</translation>
        </message>
        <message>
            <source>Open the films' folder at the reading desk and make the source again</source>
            <translation>Öffnen Sie den Ordner der Aufnahmen am Befundplatz und erstellen Sie die Quelle neu</translation>
        </message>
        <message>
            <source>A line of the table of films has no label, value or frame</source>
            <translation>Eine Zeile der Tabelle der Aufnahmen hat kein Label, keinen Wert oder kein Teilbild</translation>
        </message>
        <message>
            <source>The list of films to leave out has no column content_hash or path</source>
            <translation>Die Liste der auszulassenden Aufnahmen hat keine Spalte content_hash oder path</translation>
        </message>
        <message>
            <source>Line {number} of the list of films to leave out names no image</source>
            <translation>Zeile {number} der Liste der auszulassenden Aufnahmen nennt kein Bild</translation>
        </message>
        <message>
            <source>All films are on the list of films to leave out</source>
            <translation>Alle Aufnahmen stehen auf der Liste der auszulassenden</translation>
        </message>
        <message>
            <source>Data_Entry_2017.csv with images</source>
            <translation>Data_Entry_2017.csv mit Bildern</translation>
        </message>
        <message>
            <source>NORMAL and PNEUMONIA, label pneumonia</source>
            <translation>NORMAL und PNEUMONIA, Label pneumonia</translation>
        </message>
        <message>
            <source>folders 0, 1, 2 ...</source>
            <translation>Ordner 0, 1, 2 ...</translation>
        </message>
        <message>
            <source>DICOM files and a CSV table</source>
            <translation>DICOM-Dateien und eine CSV-Tabelle</translation>
        </message>
        <message>
            <source>images and a CSV table</source>
            <translation>Bilder und eine CSV-Tabelle</translation>
        </message>
        <message>
            <source>a folder for each class</source>
            <translation>ein Ordner je Klasse</translation>
        </message>
        <message>
            <source>The folder has no layout of labelled images known here</source>
            <translation>Der Ordner hat keinen hier bekannten Aufbau von Bildern mit Labels</translation>
        </message>
        <message>
            <source>Known are {names}</source>
            <translation>Bekannt sind {names}</translation>
        </message>
        <message>
            <source>The folder can be read as {names}</source>
            <translation>Der Ordner kann gelesen werden als {names}</translation>
        </message>
        <message>
            <source>Say which with --layout</source>
            <translation>Wählen Sie, welcher Aufbau gemeint ist</translation>
        </message>
        <message>
            <source>The layout "{name}" has no table whose columns could be named</source>
            <translation>Der Aufbau „{name}“ hat keine Tabelle, deren Spalten benannt werden könnten</translation>
        </message>
        <message>
            <source>No CSV table is here</source>
            <translation>Hier ist keine CSV-Tabelle</translation>
        </message>
        <message>
            <source>{count} CSV tables are here</source>
            <translation>Hier sind {count} CSV-Tabellen</translation>
        </message>
        <message>
            <source>Name one with --table</source>
            <translation>Lassen Sie nur eine davon im Ordner</translation>
        </message>
        <message>
            <source>Choose another folder or name the layout</source>
            <translation>Wählen Sie einen anderen Ordner oder nennen Sie den Aufbau</translation>
        </message>
        <message>
            <source>The table names no image that is here with a label</source>
            <translation>Die Tabelle nennt kein Bild mit Label, das hier liegt</translation>
        </message>
        <message>
            <source>No column of the table is known to tell the images</source>
            <translation>Von keiner Spalte der Tabelle ist bekannt, dass sie die Bilder nennt</translation>
        </message>
        <message>
            <source>No column of the table is known to tell the labels</source>
            <translation>Von keiner Spalte der Tabelle ist bekannt, dass sie die Labels nennt</translation>
        </message>
        <message>
            <source>Name it (key=COLUMN, findings=COLUMN or labels=COLUMN+COLUMN); it has: {names}</source>
            <translation>Benennen Sie die Spalte; die Tabelle hat: {names}</translation>
        </message>
        <message>
            <source>Fewer than two class folders with images are here</source>
            <translation>Hier sind weniger als zwei Klassenordner mit Bildern</translation>
        </message>
        <message>
            <source>There are images of the class {name} alone; of {others} there are none</source>
            <translation>Es gibt nur Bilder der Klasse {name}; von {others} gibt es keine</translation>
        </message>
        <message>
            <source>Add films of the other class</source>
            <translation>Fügen Sie Aufnahmen der anderen Klasse hinzu</translation>
        </message>
        <message>
            <source>No NORMAL or PNEUMONIA folder with images is here</source>
            <translation>Hier ist kein Ordner NORMAL oder PNEUMONIA mit Bildern</translation>
        </message>
        <message>
            <source>Choose the folder that holds train/NORMAL and train/PNEUMONIA</source>
            <translation>Wählen Sie den Ordner, der train/NORMAL und train/PNEUMONIA enthält</translation>
        </message>
        <message>
            <source>No folder 0, 1, 2 ... with images is here</source>
            <translation>Hier ist kein Ordner 0, 1, 2 ... mit Bildern</translation>
        </message>
        <message>
            <source>No study folder of the MURA layout is here (XR_WRIST/patient00001/study1_positive)</source>
            <translation>Hier ist kein Untersuchungsordner im MURA-Aufbau (XR_WRIST/patient00001/study1_positive)</translation>
        </message>
        <message>
            <source>The table's column {name} matches no DICOM image here</source>
            <translation>Die Spalte {name} der Tabelle passt zu keinem DICOM-Bild hier</translation>
        </message>
        <message>
            <source>{name} names it, and no or more than one such file is there</source>
            <translation>{name} nennt sie, und es gibt keine oder mehr als eine solche Datei</translation>
        </message>
        <message>
            <source>{name} gives it no label</source>
            <translation>{name} gibt ihr kein Label</translation>
        </message>
        <message>
            <source>{name} says "{text}" of it, and a number of others</source>
            <translation>{name} sagt darüber „{text}“, über andere eine Zahl</translation>
        </message>
        <message>
            <source>{name} has no line for it</source>
            <translation>{name} hat keine Zeile für sie</translation>
        </message>
        <message>
            <source>{name} names it, and no image has it</source>
            <translation>{name} nennt es, und kein Bild hat es</translation>
        </message>
        <message>
            <source>stands in no class folder</source>
            <translation>liegt in keinem Klassenordner</translation>
        </message>
        <message>
            <source>the folder is not named by a grade</source>
            <translation>der Ordner ist nicht nach einem Grad benannt</translation>
        </message>
        <message>
            <source>the file name is not of this set's scheme, so its patient is not known</source>
            <translation>der Dateiname folgt nicht dem Schema des Datensatzes, daher ist der Patient nicht bekannt</translation>
        </message>
        <message>
            <source>a helper file of a Mac, no image</source>
            <translation>eine Hilfsdatei eines Mac, kein Bild</translation>
        </message>
        <message>
            <source>not in a folder XR_REGION/patient/study_positive or study_negative</source>
            <translation>nicht in einem Ordner XR_REGION/patient/study_positive oder study_negative</translation>
        </message>
        <message>
            <source>Epochs at most</source>
            <translation>Epochen, höchstens</translation>
        </message>
        <message>
            <source>Films in a step; fewer need less memory</source>
            <translation>Aufnahmen je Schritt; weniger brauchen weniger Speicher</translation>
        </message>
        <message>
            <source>Learning rate: how far a step goes</source>
            <translation>Lernrate: wie weit ein Schritt geht</translation>
        </message>
        <message>
            <source>Weight decay: pulls weights towards nought</source>
            <translation>Weight Decay: zieht die Gewichte gegen null</translation>
        </message>
        <message>
            <source>Steps in which the learning rate rises to its value</source>
            <translation>Schritte, in denen die Lernrate auf ihren Wert steigt</translation>
        </message>
        <message>
            <source>First stages of the network that do not learn</source>
            <translation>Erste Stufen des Netzes, die nicht lernen</translation>
        </message>
        <message>
            <source>Greatest length of a gradient; longer ones are cut</source>
            <translation>Größte Länge eines Gradienten; längere werden gekürzt</translation>
        </message>
        <message>
            <source>Label smoothing: how unsure the labels are taken to be</source>
            <translation>Label Smoothing: für wie unsicher die Labels gelten</translation>
        </message>
        <message>
            <source>Mixup: how evenly another film and its label are mixed into each; 0: none</source>
            <translation>Mixup: wie gleichmäßig in jedes Bild ein anderes samt Label gemischt wird; 0: gar nicht</translation>
        </message>
        <message>
            <source>How slowly the averaged weights follow; 0: no average</source>
            <translation>Wie langsam die gemittelten Gewichte folgen; 0: kein Mittel</translation>
        </message>
        <message>
            <source>Seed of all chance; the same seed gives the same run</source>
            <translation>Startwert allen Zufalls; derselbe Wert gibt denselben Lauf</translation>
        </message>
        <message>
            <source>Batch norm is put back while it learns, where it was folded into the weights</source>
            <translation>Batch-Norm wird für das Lernen wieder eingesetzt, wo sie in die Gewichte eingerechnet war</translation>
        </message>
        <message>
            <source>Seed of who is kept aside; none: the seed of all chance</source>
            <translation>Startwert dafür, wer zurückgelegt wird; keiner: der Startwert allen Zufalls</translation>
        </message>
        <message>
            <source>Optimiser</source>
            <translation>Optimierer</translation>
        </message>
        <message>
            <source>How the learning rate goes down</source>
            <translation>Wie die Lernrate sinkt</translation>
        </message>
        <message>
            <source>Last blocks that learn, 0: the head alone; none: all but the frozen stages</source>
            <translation>Letzte Blöcke, die lernen, 0: nur der Kopf; none: alle außer den festen Stufen</translation>
        </message>
        <message>
            <source>How the head is filled at first; nothing: as torch does</source>
            <translation>Wie der Kopf anfangs gefüllt wird; nichts: wie torch es tut</translation>
        </message>
        <message>
            <source>Epochs without a better one, after which the run ends; none: it never does</source>
            <translation>Epochen ohne eine bessere, nach denen der Lauf endet; none: nie</translation>
        </message>
        <message>
            <source>First stage, head alone: epochs</source>
            <translation>Erste Stufe, nur der Kopf: Epochen</translation>
        </message>
        <message>
            <source>First stage: films in a step</source>
            <translation>Erste Stufe: Aufnahmen je Schritt</translation>
        </message>
        <message>
            <source>First stage: learning rate</source>
            <translation>Erste Stufe: Lernrate</translation>
        </message>
        <message>
            <source>First stage: weight decay</source>
            <translation>Erste Stufe: Weight Decay</translation>
        </message>
        <message>
            <source>Side of the square that the network sees, in pixels</source>
            <translation>Seite des Quadrats, das das Netz sieht, in Pixeln</translation>
        </message>
        <message>
            <source>Share of films of other kinds in a batch</source>
            <translation>Anteil andersartiger Aufnahmen in einem Schritt</translation>
        </message>
        <message>
            <source>What they count against the films of its own kind</source>
            <translation>Was sie gegen die eigenen Aufnahmen zählen</translation>
        </message>
        <message>
            <source>Share of them that are films of its own kind in a wrong frame</source>
            <translation>Davon Anteil eigener Aufnahmen in falschem Ausschnitt</translation>
        </message>
        <message>
            <source>Films of both classes equally often, or as they come</source>
            <translation>Aufnahmen beider Klassen gleich oft, oder wie sie kommen</translation>
        </message>
        <message>
            <source>What a film without and with the finding counts</source>
            <translation>Was eine Aufnahme ohne und mit Befund zählt</translation>
        </message>
        <message>
            <source>Share of films whose patient's age, sex and view are withheld</source>
            <translation>Anteil der Aufnahmen, bei denen Alter, Geschlecht und Projektion verschwiegen werden</translation>
        </message>
        <message>
            <source>Share of patients kept aside for validation</source>
            <translation>Anteil der Patienten, die der Validierung vorbehalten sind</translation>
        </message>
        <message>
            <source>What validation films are seen under</source>
            <translation>Worunter die Validierungsaufnahmen gesehen werden</translation>
        </message>
        <message>
            <source>Which figure chooses the best epoch</source>
            <translation>Welche Kennzahl die beste Epoche bestimmt</translation>
        </message>
        <message>
            <source>Sensitivity wanted at the rule-out point, lower 95 % bound</source>
            <translation>Gewünschte Sensitivität am Ausschluss-Arbeitspunkt, untere 95-%-Grenze</translation>
        </message>
        <message>
            <source>Specificity wanted at the rule-in point, lower 95 % bound</source>
            <translation>Gewünschte Spezifität am Nachweis-Arbeitspunkt, untere 95-%-Grenze</translation>
        </message>
        <message>
            <source>Share of gross errors of a grade above the rule-out point</source>
            <translation>Anteil grober Fehler eines Grades über dem Ausschluss-Arbeitspunkt</translation>
        </message>
        <message>
            <source>No model comes out where no threshold reaches what is wanted</source>
            <translation>Kein Modell entsteht, wo kein Schwellenwert das Gewünschte erreicht</translation>
        </message>
        <message>
            <source>Rotation either way, in degrees</source>
            <translation>Drehung nach beiden Seiten, in Grad</translation>
        </message>
        <message>
            <source>Zoom, from and to</source>
            <translation>Zoom, von und bis</translation>
        </message>
        <message>
            <source>Change of width against height</source>
            <translation>Änderung der Breite gegen die Höhe</translation>
        </message>
        <message>
            <source>Shift, as a share of the side</source>
            <translation>Verschiebung, als Anteil der Seite</translation>
        </message>
        <message>
            <source>Share of films that are mirrored</source>
            <translation>Anteil gespiegelter Aufnahmen</translation>
        </message>
        <message>
            <source>Gamma of the grey values, from and to</source>
            <translation>Gamma der Grauwerte, von und bis</translation>
        </message>
        <message>
            <source>Share of films whose histogram is equalised</source>
            <translation>Anteil der Aufnahmen mit ausgeglichenem Histogramm</translation>
        </message>
        <message>
            <source>Share of films that are blurred</source>
            <translation>Anteil unscharf gemachter Aufnahmen</translation>
        </message>
        <message>
            <source>Width of the blur in pixels, from and to</source>
            <translation>Breite der Unschärfe in Pixeln, von und bis</translation>
        </message>
        <message>
            <source>Share of films that are sharpened</source>
            <translation>Anteil geschärfter Aufnahmen</translation>
        </message>
        <message>
            <source>Share of films that are made coarser and enlarged again</source>
            <translation>Anteil der Aufnahmen, die vergröbert und wieder vergrößert werden</translation>
        </message>
        <message>
            <source>Sides of the coarser films in pixels</source>
            <translation>Seiten der gröberen Aufnahmen in Pixeln</translation>
        </message>
        <message>
            <source>Share of films with noise</source>
            <translation>Anteil der Aufnahmen mit Rauschen</translation>
        </message>
        <message>
            <source>Strength of the noise, from and to</source>
            <translation>Stärke des Rauschens, von und bis</translation>
        </message>
        <message>
            <source>Share of films with made-up markers</source>
            <translation>Anteil der Aufnahmen mit künstlichen Markern</translation>
        </message>
        <message>
            <source>Share of films with made-up borders</source>
            <translation>Anteil der Aufnahmen mit künstlichen Rändern</translation>
        </message>
        <message>
            <source>Name of the model that comes out</source>
            <translation>Name des Modells, das entsteht</translation>
        </message>
        <message>
            <source>Its version</source>
            <translation>Seine Version</translation>
        </message>
        <message>
            <source>What it is for</source>
            <translation>Wofür es ist</translation>
        </message>
        <message>
            <source>What it is not for</source>
            <translation>Wofür es nicht ist</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>Whom to name</source>
            <translation>Wer zu nennen ist</translation>
        </message>
        <message>
            <source>An export with names needs a reason</source>
            <translation>Ein Export mit Namen braucht einen Grund</translation>
        </message>
        <message>
            <source>Give one, or leave names hidden</source>
            <translation>Geben Sie einen an oder lassen Sie die Namen verborgen</translation>
        </message>
        <message>
            <source>Nothing was chosen to be exported</source>
            <translation>Es wurde nichts zum Export ausgewählt</translation>
        </message>
        <message>
            <source>Choose tables or the report</source>
            <translation>Wählen Sie Tabellen oder den Bericht</translation>
        </message>
        <message>
            <source>This is not an empty folder</source>
            <translation>Dieser Ordner ist nicht leer</translation>
        </message>
        <message>
            <source>Name a new or an empty one</source>
            <translation>Nennen Sie einen neuen oder leeren</translation>
        </message>
        <message>
            <source>The table could not be written as Parquet</source>
            <translation>Die Tabelle konnte nicht als Parquet geschrieben werden</translation>
        </message>
        <message>
            <source>Take CSV</source>
            <translation>Nehmen Sie CSV</translation>
        </message>
        <message>
            <source>There is no table {name}</source>
            <translation>Es gibt keine Tabelle {name}</translation>
        </message>
        <message>
            <source>There are: {names}</source>
            <translation>Es gibt: {names}</translation>
        </message>
        <message>
            <source>There is no {words} by the name "{name}"</source>
            <translation>Es gibt kein {words} mit dem Namen „{name}“</translation>
        </message>
        <message>
            <source>There is: {names}</source>
            <translation>Es gibt: {names}</translation>
        </message>
        <message>
            <source>The key of the pseudonyms cannot be read or kept</source>
            <translation>Der Schlüssel der Pseudonyme kann nicht gelesen oder abgelegt werden</translation>
        </message>
        <message>
            <source>The key of the pseudonyms is damaged</source>
            <translation>Der Schlüssel der Pseudonyme ist beschädigt</translation>
        </message>
        <message>
            <source>Restore it from a backup</source>
            <translation>Stellen Sie ihn aus einer Sicherung wieder her</translation>
        </message>
        <message>
            <source>The files hold what tells who patients and readers are. The export and its reason stand in the audit log.</source>
            <translation>Die Dateien verraten, wer Patienten und Befunder sind. Der Export und sein Grund stehen im Prüfprotokoll.</translation>
        </message>
        <message>
            <source>{count} cases that were read are left out, as their truth is not known.</source>
            <translation>{count} gelesene Fälle fehlen, weil für sie kein Referenzstandard bekannt ist.</translation>
        </message>
        <message>
            <source>Of {count} of these the sources contradict each other.</source>
            <translation>Bei {count} davon widersprechen sich die Quellen.</translation>
        </message>
        <message>
            <source>{count} cases of known truth were read by nobody.</source>
            <translation>{count} Fälle mit Referenzstandard hat niemand gelesen.</translation>
        </message>
        <message>
            <source>No case has both a known truth and a rating: the table is empty.</source>
            <translation>Kein Fall hat sowohl einen Referenzstandard als auch eine Bewertung: Die Tabelle ist leer.</translation>
        </message>
        <message>
            <source>All cases are of one class: neither program can work with them.</source>
            <translation>Alle Fälle gehören zu einer Klasse: Damit kann keines der Programme arbeiten.</translation>
        </message>
        <message>
            <source>{count} readers are too few for a multi-reader study, which wants two or more.</source>
            <translation>{count} Befunder sind zu wenige für eine Mehrleser-Studie; sie braucht mindestens zwei.</translation>
        </message>
        <message>
            <source>All verdicts were given without the model's answer: there is nothing to compare it with but the model.</source>
            <translation>Alle Befunde wurden ohne die Antwort des Modells gegeben: Vergleichen lässt sich nur mit dem Modell selbst.</translation>
        </message>
        <message>
            <source>All verdicts were given with the model's answer: there is nothing to compare it with but the model.</source>
            <translation>Alle Befunde wurden mit der Antwort des Modells gegeben: Vergleichen lässt sich nur mit dem Modell selbst.</translation>
        </message>
        <message>
            <source>Not every reader has answered both ways: MRMCaov wants a balanced design, iMRMC does not.</source>
            <translation>Nicht jeder Befunder hat auf beide Arten geantwortet: MRMCaov verlangt einen ausgewogenen Versuchsplan, iMRMC nicht.</translation>
        </message>
        <message>
            <source>Rows marked "model" are of models alone: leave them out where ways of reading are compared.</source>
            <translation>Zeilen mit „model“ stammen von Modellen allein: Lassen Sie diese weg, wo Arten der Befundung verglichen werden.</translation>
        </message>
        <message>
            <source>No week has enough of what this is measured on</source>
            <translation>Keine Woche hat genug von dem, woran dies gemessen wird</translation>
        </message>
        <message>
            <source>Too few weeks of the baseline have a value: limits are drawn from eight on</source>
            <translation>Zu wenige Wochen des Ausgangszeitraums haben einen Wert: Grenzen gibt es ab acht</translation>
        </message>
        <message>
            <source>A map needs at least {number} images that the model has looked at; there are {count}</source>
            <translation>Eine Karte braucht mindestens {number} Aufnahmen, die das Modell angesehen hat; es sind {count}</translation>
        </message>
        <message>
            <source>Score more films with this model</source>
            <translation>Bewerten Sie mehr Aufnahmen mit diesem Modell</translation>
        </message>
        <message>
            <source>The features of an image are not numbers</source>
            <translation>Die Merkmale einer Aufnahme sind keine Zahlen</translation>
        </message>
        <message>
            <source>Have the films scored again</source>
            <translation>Lassen Sie die Aufnahmen erneut bewerten</translation>
        </message>
        <message>
            <source>All images have the same features, so that no map can tell them apart</source>
            <translation>Alle Aufnahmen haben dieselben Merkmale, sodass keine Karte sie unterscheiden kann</translation>
        </message>
        <message>
            <source>Check that these are different films</source>
            <translation>Prüfen Sie, ob es verschiedene Aufnahmen sind</translation>
        </message>
        <message>
            <source>The map cannot be kept: {reason}</source>
            <translation>Die Karte kann nicht aufbewahrt werden: {reason}</translation>
        </message>
        <message>
            <source>No reader has given a verdict yet</source>
            <translation>Noch kein Befunder hat eine Beurteilung abgegeben</translation>
        </message>
        <message>
            <source>Only one reader has given verdicts; agreement wants two, or a model</source>
            <translation>Nur ein Befunder hat Beurteilungen abgegeben; Übereinstimmung braucht zwei oder ein Modell</translation>
        </message>
        <message>
            <source>No model has judged these studies</source>
            <translation>Kein Modell hat diese Untersuchungen beurteilt</translation>
        </message>
        <message>
            <source>They answered no study in common</source>
            <translation>Sie haben keine Untersuchung gemeinsam beantwortet</translation>
        </message>
        <message>
            <source>All answers are "unsure": with unsure left out none remains</source>
            <translation>Alle Antworten lauten „unsicher“: Ohne diese bleibt keine übrig</translation>
        </message>
        <message>
            <source>All gave one and the same answer throughout: agreement beyond chance is not defined</source>
            <translation>Alle gaben durchweg ein und dieselbe Antwort: Übereinstimmung über den Zufall hinaus ist nicht definiert</translation>
        </message>
        <message>
            <source>No study was read by all of these readers; Krippendorff's alpha takes those who skipped</source>
            <translation>Keine Untersuchung wurde von allen diesen Befundern beurteilt; Krippendorffs Alpha kommt mit Lücken zurecht</translation>
        </message>
        <message>
            <source>Fleiss' kappa knows no order of answers; for ratings see Krippendorff's alpha</source>
            <translation>Das Fleiss-Kappa kennt keine Reihenfolge der Antworten; für Einstufungen siehe Krippendorffs Alpha</translation>
        </message>
        <message>
            <source>No study has answers of two readers</source>
            <translation>Keine Untersuchung hat Antworten von zwei Befundern</translation>
        </message>
        <message>
            <source>No verdict was given both before and after the model's answer was shown</source>
            <translation>Keine Beurteilung wurde sowohl vor als auch nach der Antwort des Modells abgegeben</translation>
        </message>
        <message>
            <source>Of no study is it known what is true</source>
            <translation>Von keiner Untersuchung ist bekannt, was wahr ist</translation>
        </message>
        <message>
            <source>The sources contradict each other about every study, so that nothing is taken as true</source>
            <translation>Die Quellen widersprechen einander bei jeder Untersuchung, sodass nichts als wahr gilt</translation>
        </message>
        <message>
            <source>No study with a known truth has an answer</source>
            <translation>Keine Untersuchung mit bekannter Wahrheit hat eine Antwort</translation>
        </message>
        <message>
            <source>None of these studies is abnormal: sensitivity and the areas are not defined</source>
            <translation>Keine dieser Untersuchungen ist auffällig: Sensitivität und Flächen sind nicht definiert</translation>
        </message>
        <message>
            <source>None of these studies is normal: specificity and the areas are not defined</source>
            <translation>Keine dieser Untersuchungen ist normal: Spezifität und Flächen sind nicht definiert</translation>
        </message>
        <message>
            <source>A comparison wants two different readers or models</source>
            <translation>Ein Vergleich braucht zwei verschiedene Befunder oder Modelle</translation>
        </message>
        <message>
            <source>no study of the log has this id, accession number or file name</source>
            <translation>keine Untersuchung im Protokoll hat diese Kennung, Auftragsnummer oder diesen Dateinamen</translation>
        </message>
        <message>
            <source>more than one study has this name</source>
            <translation>mehr als eine Untersuchung hat diesen Namen</translation>
        </message>
        <message>
            <source>the line gives no value</source>
            <translation>die Zeile enthält keinen Wert</translation>
        </message>
        <message>
            <source>the word is not known to mean normal or abnormal</source>
            <translation>von dem Wort ist nicht bekannt, ob es normal oder auffällig bedeutet</translation>
        </message>
        <message>
            <source>other lines of the table say otherwise of the same study</source>
            <translation>andere Zeilen der Tabelle sagen über dieselbe Untersuchung etwas anderes</translation>
        </message>
        <message>
            <source>this source says so already</source>
            <translation>diese Quelle sagt das bereits</translation>
        </message>
        <message>
            <source>The table has no column "{name}"</source>
            <translation>Die Tabelle hat keine Spalte „{name}“</translation>
        </message>
        <message>
            <source>It has: {names}</source>
            <translation>Sie hat: {names}</translation>
        </message>
        <message>
            <source>The table has no rows</source>
            <translation>Die Tabelle hat keine Zeilen</translation>
        </message>
        <message>
            <source>The table cannot be read: {system}</source>
            <translation>Die Tabelle kann nicht gelesen werden: {system}</translation>
        </message>
        <message>
            <source>The table is not UTF-8 text</source>
            <translation>Die Tabelle ist kein UTF-8-Text</translation>
        </message>
        <message>
            <source>Save it as UTF-8</source>
            <translation>Speichern Sie sie als UTF-8</translation>
        </message>
        <message>
            <source>The table is damaged: {system}</source>
            <translation>Die Tabelle ist beschädigt: {system}</translation>
        </message>
        <message>
            <source>A follow-up needs a study and a value of 0 (normal), 1 (abnormal) or a grade</source>
            <translation>Ein Verlauf braucht eine Untersuchung und einen Wert von 0 (normal), 1 (auffällig) oder einen Grad</translation>
        </message>
        <message>
            <source>Name and password do not fit</source>
            <translation>Name und Passwort passen nicht zusammen</translation>
        </message>
        <message>
            <source>Type both again</source>
            <translation>Geben Sie beides noch einmal ein</translation>
        </message>
        <message>
            <source>Too many wrong passwords</source>
            <translation>Zu viele falsche Passwörter</translation>
        </message>
        <message>
            <source>Try again in {number} s</source>
            <translation>Versuchen Sie es in {number} s wieder</translation>
        </message>
        <message>
            <source>There is an administrator already</source>
            <translation>Es gibt schon einen Administrator</translation>
        </message>
        <message>
            <source>Sign in, or ask the administrator</source>
            <translation>Melden Sie sich an oder fragen Sie den Administrator</translation>
        </message>
        <message>
            <source>There is an account of this name</source>
            <translation>Es gibt ein Konto dieses Namens</translation>
        </message>
        <message>
            <source>There is no account of this name</source>
            <translation>Es gibt kein Konto dieses Namens</translation>
        </message>
        <message>
            <source>An account needs a name</source>
            <translation>Ein Konto braucht einen Namen</translation>
        </message>
        <message>
            <source>This is the last administrator</source>
            <translation>Dies ist der letzte Administrator</translation>
        </message>
        <message>
            <source>Make another account administrator first</source>
            <translation>Machen Sie zuerst ein anderes Konto zum Administrator</translation>
        </message>
        <message>
            <source>The password is shorter than {count} characters</source>
            <translation>Das Passwort ist kürzer als {count} Zeichen</translation>
        </message>
        <message>
            <source>Choose a longer one</source>
            <translation>Wählen Sie ein längeres</translation>
        </message>
        <message>
            <source>This password is guessed at once</source>
            <translation>Dieses Passwort ist sofort erraten</translation>
        </message>
        <message>
            <source>Choose another, such as four words</source>
            <translation>Wählen Sie ein anderes, etwa vier Wörter</translation>
        </message>
        <message>
            <source>This needs the role of {words}</source>
            <translation>Dies verlangt die Rolle {words}</translation>
        </message>
        <message>
            <source>reader</source>
            <translation>Befunder</translation>
        </message>
        <message>
            <source>researcher</source>
            <translation>Forscher</translation>
        </message>
        <message>
            <source>administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>Ask an administrator</source>
            <translation>Fragen Sie einen Administrator</translation>
        </message>
        <message>
            <source>Nobody has signed in</source>
            <translation>Niemand ist angemeldet</translation>
        </message>
        <message>
            <source>"{name}" must be a {words} from 0 to {number}</source>
            <translation>"{name}" muss eine {words} von 0 bis {number} sein</translation>
        </message>
        <message>
            <source>number</source>
            <translation>Zahl</translation>
        </message>
        <message>
            <source>whole number</source>
            <translation>ganze Zahl</translation>
        </message>
        <message>
            <source>A version of the operating points needs a name and a reason</source>
            <translation>Eine Fassung der Arbeitspunkte braucht einen Namen und eine Begründung</translation>
        </message>
        <message>
            <source>Write both</source>
            <translation>Geben Sie beides an</translation>
        </message>
        <message>
            <source>The operating points make no sense: {what}</source>
            <translation>Die Arbeitspunkte ergeben keinen Sinn: {what}</translation>
        </message>
        <message>
            <source>A version of the operating points cannot be read</source>
            <translation>Eine Fassung der Arbeitspunkte kann nicht gelesen werden</translation>
        </message>
        <message>
            <source>The rule-out threshold would lie above the rule-in threshold</source>
            <translation>Der Schwellenwert für den Ausschluss läge über dem für den Nachweis</translation>
        </message>
        <message>
            <source>Move the other one first</source>
            <translation>Ändern Sie zuerst den anderen</translation>
        </message>
        <message>
            <source>No number of studies gives this interval</source>
            <translation>Keine Zahl von Untersuchungen ergibt dieses Intervall</translation>
        </message>
        <message>
            <source>Choose shares between 0 and 100 % and a wider interval</source>
            <translation>Wählen Sie Anteile zwischen 0 und 100 % und ein breiteres Intervall</translation>
        </message>
        <message>
            <source>There is no study left to draw</source>
            <translation>Es ist keine Untersuchung mehr zu ziehen</translation>
        </message>
        <message>
            <source>Let the model judge more folders of this site at the reading desk</source>
            <translation>Lassen Sie das Modell am Befundplatz weitere Ordner dieses Standorts beurteilen</translation>
        </message>
        <message>
            <source>No sample was drawn yet</source>
            <translation>Es wurde noch keine Stichprobe gezogen</translation>
        </message>
        <message>
            <source>Draw one first</source>
            <translation>Ziehen Sie zuerst eine</translation>
        </message>
        <message>
            <source>Read the studies of the sample first</source>
            <translation>Befunden Sie zuerst die Untersuchungen der Stichprobe</translation>
        </message>
        <message>
            <source>The sample is too small: {number} of those read are abnormal and {count} normal, and {low} of each are the least that says anything</source>
            <translation>Die Stichprobe ist zu klein: Von den befundeten sind {number} auffällig und {count} unauffällig; erst ab je {low} lässt sich etwas sagen</translation>
        </message>
        <message>
            <source>No threshold's lower bound of sensitivity reaches {number} % on the abnormal studies ({count})</source>
            <translation>Bei keiner Schwelle erreicht die untere Grenze der Sensitivität {number} % bei den auffälligen Untersuchungen ({count})</translation>
        </message>
        <message>
            <source>No threshold's lower bound of specificity reaches {number} % on the normal studies ({count})</source>
            <translation>Bei keiner Schwelle erreicht die untere Grenze der Spezifität {number} % bei den unauffälligen Untersuchungen ({count})</translation>
        </message>
        <message>
            <source>Read more of the sample, or draw more studies</source>
            <translation>Befunden Sie mehr von der Stichprobe oder ziehen Sie weitere Untersuchungen</translation>
        </message>
        <message>
            <source>The model ranks the studies of this sample no better than chance, so that no threshold helps</source>
            <translation>Das Modell ordnet die Untersuchungen dieser Stichprobe nicht besser als der Zufall, sodass kein Schwellenwert hilft</translation>
        </message>
        <message>
            <source>Do not use the model here</source>
            <translation>Verwenden Sie das Modell hier nicht</translation>
        </message>
        <message>
            <source>Read until at least {count} abnormal studies are known, or ask for less</source>
            <translation>Befunden Sie, bis mindestens {count} auffällige Untersuchungen bekannt sind, oder verlangen Sie weniger</translation>
        </message>
        <message>
            <source>Read until at least {count} normal studies are known, or ask for less</source>
            <translation>Befunden Sie, bis mindestens {count} unauffällige Untersuchungen bekannt sind, oder verlangen Sie weniger</translation>
        </message>
        <message>
            <source>Ask for less; the model cannot do it here</source>
            <translation>Verlangen Sie weniger; das Modell leistet es hier nicht</translation>
        </message>
        <message>
            <source>It was stopped. Resume goes on from the last checkpoint.</source>
            <translation>Er wurde angehalten. Fortsetzen geht vom letzten Sicherungspunkt weiter.</translation>
        </message>
        <message>
            <source>It was ended at once. Resume goes on from the last checkpoint.</source>
            <translation>Er wurde sofort beendet. Fortsetzen geht vom letzten Sicherungspunkt weiter.</translation>
        </message>
        <message>
            <source>It ended without a word, as when the machine is switched off or memory runs short. Resume goes on from the last checkpoint.</source>
            <translation>Er endete ohne ein Wort, wie wenn der Rechner ausgeschaltet wird oder der Speicher knapp wird. Fortsetzen geht vom letzten Sicherungspunkt weiter.</translation>
        </message>
        <message>
            <source>The system ended it (signal {number}), as it does when the disk is full. Resume goes on from the last checkpoint.</source>
            <translation>Das System hat ihn beendet (Signal {number}), wie es geschieht, wenn die Platte voll ist. Fortsetzen geht vom letzten Sicherungspunkt weiter.</translation>
        </message>
        <message>
            <source>The system ended it (signal {number}), as it does when memory runs short. Resume goes on from the last checkpoint.</source>
            <translation>Das System hat ihn beendet (Signal {number}), wie es geschieht, wenn der Speicher knapp wird. Fortsetzen geht vom letzten Sicherungspunkt weiter.</translation>
        </message>
        <message>
            <source>The system ended it (signal {number}). Resume goes on from the last checkpoint.</source>
            <translation>Das System hat ihn beendet (Signal {number}). Fortsetzen geht vom letzten Sicherungspunkt weiter.</translation>
        </message>
        <message>
            <source>xraydesk failed: {name}. Details are in {file}.</source>
            <translation>xraydesk ist gescheitert: {name}. Einzelheiten stehen in {file}.</translation>
        </message>
        <message>
            <source>There is no training run of this name</source>
            <translation>Einen Trainingslauf dieses Namens gibt es nicht</translation>
        </message>
        <message>
            <source>This run cannot go on: it is {state}</source>
            <translation>Dieser Lauf kann nicht fortgesetzt werden: Er ist {state}</translation>
        </message>
        <message>
            <source>A run is at work</source>
            <translation>Ein Lauf ist im Gang</translation>
        </message>
        <message>
            <source>A run is at work in this folder</source>
            <translation>In diesem Ordner ist ein Lauf im Gang</translation>
        </message>
        <message>
            <source>This run is at work</source>
            <translation>Dieser Lauf ist im Gang</translation>
        </message>
        <message>
            <source>Stop it, or wait for its end</source>
            <translation>Halten Sie ihn an, oder warten Sie sein Ende ab</translation>
        </message>
        <message>
            <source>Wait for it, or stop it</source>
            <translation>Warten Sie ihn ab, oder halten Sie ihn an</translation>
        </message>
        <message>
            <source>Stop it first</source>
            <translation>Halten Sie ihn erst an</translation>
        </message>
        <message>
            <source>The run cannot be started: {system}</source>
            <translation>Der Lauf kann nicht beginnen: {system}</translation>
        </message>
        <message>
            <source>The run cannot be written: all its names are taken</source>
            <translation>Der Lauf kann nicht geschrieben werden: Alle seine Namen sind vergeben</translation>
        </message>
        <message>
            <source>The run cannot be written: {system}</source>
            <translation>Der Lauf kann nicht geschrieben werden: {system}</translation>
        </message>
        <message>
            <source>The run cannot be told to stop: {system}</source>
            <translation>Dem Lauf kann nicht gesagt werden, dass er anhalten soll: {system}</translation>
        </message>
        <message>
            <source>There is no recipe "{name}"</source>
            <translation>Ein Rezept "{name}" gibt es nicht</translation>
        </message>
        <message>
            <source>Choose one of: {names}</source>
            <translation>Wählen Sie: {names}</translation>
        </message>
        <message>
            <source>The recipe has no value "{name}" that can be changed</source>
            <translation>Das Rezept hat keinen Wert "{name}", der sich ändern lässt</translation>
        </message>
        <message>
            <source>"{name}" cannot be "{text}"</source>
            <translation>"{name}" kann nicht "{text}" sein</translation>
        </message>
        <message>
            <source>"{name}" ends before it begins: {text}</source>
            <translation>"{name}" endet, bevor es beginnt: {text}</translation>
        </message>
        <message>
            <source>Give the lesser one first</source>
            <translation>Geben Sie den kleineren Wert zuerst an</translation>
        </message>
        <message>
            <source>"checks" has no plain films</source>
            <translation>"checks" enthält keine unveränderten Aufnahmen</translation>
        </message>
        <message>
            <source>Put "clean" among them</source>
            <translation>Nehmen Sie "clean" hinein</translation>
        </message>
        <message>
            <source>Give a whole number from {low} to {high}, with a comma between, or "none"</source>
            <translation>Geben Sie ganze Zahlen von {low} bis {high} mit Komma dazwischen an, oder "none"</translation>
        </message>
        <message>
            <source>Give a whole number from {low} to {high}, or "none"</source>
            <translation>Geben Sie eine ganze Zahl von {low} bis {high} an, oder "none"</translation>
        </message>
        <message>
            <source>Give whole numbers from {low} to {high}, with a comma between</source>
            <translation>Geben Sie ganze Zahlen von {low} bis {high} mit Komma dazwischen an</translation>
        </message>
        <message>
            <source>Give two numbers from {low} to {high}, with a comma between</source>
            <translation>Geben Sie zwei Zahlen von {low} bis {high} mit Komma dazwischen an</translation>
        </message>
        <message>
            <source>Give a whole number from {low} to {high}</source>
            <translation>Geben Sie eine ganze Zahl von {low} bis {high} an</translation>
        </message>
        <message>
            <source>Give a number from {low} to {high}</source>
            <translation>Geben Sie eine Zahl von {low} bis {high} an</translation>
        </message>
        <message>
            <source>Give a text from {low} to {high}</source>
            <translation>Geben Sie einen Text von {low} bis {high} Zeichen an</translation>
        </message>
        <message>
            <source>Give one of: {names}</source>
            <translation>Geben Sie eines an: {names}</translation>
        </message>
        <message>
            <source>Give some of: {names}</source>
            <translation>Geben Sie einige an: {names}</translation>
        </message>
        <message>
            <source>No space is left for the run</source>
            <translation>Für den Lauf ist kein Platz mehr</translation>
        </message>
        <message>
            <source>The memory is not enough for this run</source>
            <translation>Der Speicher reicht für diesen Lauf nicht</translation>
        </message>
        <message>
            <source>The memory of the GPU is not enough for this run</source>
            <translation>Der Speicher der GPU reicht für diesen Lauf nicht</translation>
        </message>
        <message>
            <source>The GPU failed or is gone</source>
            <translation>Die GPU hat versagt oder ist fort</translation>
        </message>
        <message>
            <source>Make room; Resume goes on from the last checkpoint</source>
            <translation>Schaffen Sie Platz; „Fortsetzen“ geht vom letzten Sicherungspunkt weiter</translation>
        </message>
        <message>
            <source>Choose a smaller batch_size, or close other programs; Resume goes on from the last checkpoint</source>
            <translation>Wählen Sie eine kleinere batch_size oder schließen Sie andere Programme; „Fortsetzen“ geht vom letzten Sicherungspunkt weiter</translation>
        </message>
        <message>
            <source>Start the machine anew, or choose the device cpu; Resume goes on from the last checkpoint</source>
            <translation>Starten Sie den Rechner neu oder wählen Sie das Gerät cpu; „Fortsetzen“ geht vom letzten Sicherungspunkt weiter</translation>
        </message>
        <message>
            <source>No GPU is there that this build of torch can use</source>
            <translation>Es gibt keine GPU, die dieses torch nutzen kann</translation>
        </message>
        <message>
            <source>Use the device cpu or auto</source>
            <translation>Rechnen Sie auf der CPU oder wählen Sie automatisch</translation>
        </message>
        <message>
            <source>The loss is not a number in epoch {number}, step {count}</source>
            <translation>Der Verlust ist in Epoche {number}, Schritt {count} keine Zahl</translation>
        </message>
        <message>
            <source>The loss of the head is not a number</source>
            <translation>Der Verlust des Kopfes ist keine Zahl</translation>
        </message>
        <message>
            <source>Lower its learning rate</source>
            <translation>Senken Sie seine Lernrate</translation>
        </message>
        <message>
            <source>Lower the learning rate; the last checkpoint is kept</source>
            <translation>Senken Sie die Lernrate; der letzte Sicherungspunkt bleibt</translation>
        </message>
        <message>
            <source>The network's answers to validation films are not numbers</source>
            <translation>Die Antworten des Netzes auf Validierungsaufnahmen sind keine Zahlen</translation>
        </message>
        <message>
            <source>The run has no epoch to keep</source>
            <translation>Der Lauf hat keine Epoche, die zu behalten wäre</translation>
        </message>
        <message>
            <source>Set one epoch or more</source>
            <translation>Wählen Sie eine Epoche oder mehr</translation>
        </message>
        <message>
            <source>The training part needs films of both classes</source>
            <translation>Der Trainingsteil braucht Aufnahmen beider Klassen</translation>
        </message>
        <message>
            <source>The validation part needs films of both classes</source>
            <translation>Der Validierungsteil braucht Aufnahmen beider Klassen</translation>
        </message>
        <message>
            <source>The training part needs films of both classes of "{name}"</source>
            <translation>Der Trainingsteil braucht Aufnahmen beider Klassen von "{name}"</translation>
        </message>
        <message>
            <source>The validation part needs films of both classes of "{name}"</source>
            <translation>Der Validierungsteil braucht Aufnahmen beider Klassen von "{name}"</translation>
        </message>
        <message>
            <source>Add films of the class that is missing</source>
            <translation>Fügen Sie Aufnahmen der fehlenden Klasse hinzu</translation>
        </message>
        <message>
            <source>All films are of one patient, or copies of each other, and none could be kept aside for validation</source>
            <translation>Alle Aufnahmen sind von einem Patienten oder Kopien voneinander, und keine könnte der Validierung vorbehalten werden</translation>
        </message>
        <message>
            <source>Add films of other patients</source>
            <translation>Fügen Sie Aufnahmen anderer Patienten hinzu</translation>
        </message>
        <message>
            <source>A run of other settings was begun here; different are: {names}</source>
            <translation>Hier wurde ein Lauf mit anderen Einstellungen begonnen; verschieden sind: {names}</translation>
        </message>
        <message>
            <source>Choose an empty folder for this run, or give the settings of the one begun</source>
            <translation>Wählen Sie einen leeren Ordner für diesen Lauf, oder die Einstellungen des begonnenen</translation>
        </message>
        <message>
            <source>The checkpoint is damaged or of another version of xraydesk</source>
            <translation>Der Sicherungspunkt ist beschädigt oder stammt von einer anderen Version von xraydesk</translation>
        </message>
        <message>
            <source>The checkpoint is of another network than this run's</source>
            <translation>Der Sicherungspunkt gehört zu einem anderen Netz als dieser Lauf</translation>
        </message>
        <message>
            <source>What this run is made of cannot be read: its record is damaged or of another version of xraydesk</source>
            <translation>Woraus dieser Lauf besteht, lässt sich nicht lesen: Die Aufzeichnung ist beschädigt oder stammt von einer anderen Version von xraydesk</translation>
        </message>
        <message>
            <source>Go on with the version of xraydesk that began the run, or choose an empty folder for a new one</source>
            <translation>Setzen Sie mit der Version von xraydesk fort, die den Lauf begonnen hat, oder wählen Sie einen leeren Ordner für einen neuen</translation>
        </message>
        <message>
            <source>The starting weights do not fit this network</source>
            <translation>Die Anfangsgewichte passen nicht zu diesem Netz</translation>
        </message>
        <message>
            <source>Choose weights of the same network</source>
            <translation>Wählen Sie Gewichte desselben Netzes</translation>
        </message>
        <message>
            <source>The model {name} is of another network than this recipe trains</source>
            <translation>Das Modell {name} ist von einem anderen Netz, als dieses Rezept trainiert</translation>
        </message>
        <message>
            <source>Choose the recipe it was trained by, or another starting point</source>
            <translation>Wählen Sie das Rezept, mit dem es trainiert wurde, oder einen anderen Anfang</translation>
        </message>
        <message>
            <source>Batch norm cannot be put back: it was not folded into this network</source>
            <translation>Batch-Norm kann nicht wieder eingesetzt werden: In dieses Netz war sie nicht eingerechnet</translation>
        </message>
        <message>
            <source>Set batch_norm to no</source>
            <translation>Setzen Sie batch_norm auf nein</translation>
        </message>
        <message>
            <source>torchvision has no ImageNet weights for {name}</source>
            <translation>torchvision hat keine ImageNet-Gewichte für {name}</translation>
        </message>
        <message>
            <source>Give a file, or start from scratch</source>
            <translation>Geben Sie eine Datei an, oder beginnen Sie von vorn</translation>
        </message>
        <message>
            <source>The ImageNet weights {name} cannot be downloaded: {system}</source>
            <translation>Die ImageNet-Gewichte {name} können nicht geladen werden: {system}</translation>
        </message>
        <message>
            <source>Give a file of these weights, or start from scratch</source>
            <translation>Geben Sie eine Datei dieser Gewichte an, oder beginnen Sie von vorn</translation>
        </message>
        <message>
            <source>The model ranks validation films no better than chance for "{name}", so that no bundle is written</source>
            <translation>Das Modell ordnet die Validierungsaufnahmen für "{name}" nicht besser als der Zufall; es entsteht kein Modell</translation>
        </message>
        <message>
            <source>Train longer, or look at the labels; the checkpoints are kept</source>
            <translation>Trainieren Sie länger, oder prüfen Sie die Labels; die Sicherungspunkte bleiben</translation>
        </message>
        <message>
            <source>No threshold reaches the sensitivity and specificity that the recipe wants on validation</source>
            <translation>Kein Schwellenwert erreicht die Sensitivität und Spezifität, die das Rezept auf der Validierung verlangt</translation>
        </message>
        <message>
            <source>Train longer, add validation films, or ask for less in the recipe</source>
            <translation>Trainieren Sie länger, fügen Sie Validierungsaufnahmen hinzu, oder verlangen Sie im Rezept weniger</translation>
        </message>
        <message>
            <source>The films have no label "{name}"</source>
            <translation>Die Aufnahmen haben kein Label "{name}"</translation>
        </message>
        <message>
            <source>Labels that are there: {names}</source>
            <translation>Vorhandene Labels: {names}</translation>
        </message>
        <message>
            <source>No film to learn "{name}" from is left</source>
            <translation>Keine Aufnahme ist übrig, aus der "{name}" zu lernen wäre</translation>
        </message>
        <message>
            <source>Check the folder and the label</source>
            <translation>Prüfen Sie Ordner und Label</translation>
        </message>
        <message>
            <source>The label "{name}" has the values {names}, and a model answers yes or no</source>
            <translation>Das Label "{name}" hat die Werte {names}, und ein Modell antwortet mit ja oder nein</translation>
        </message>
        <message>
            <source>Choose a label of 0 and 1, as "abnormal" is for grades</source>
            <translation>Wählen Sie ein Label aus 0 und 1, wie es "abnormal" für Grade ist</translation>
        </message>
        <message>
            <source>A film cannot be read any more: {system}</source>
            <translation>Eine Aufnahme kann nicht mehr gelesen werden: {system}</translation>
        </message>
        <message>
            <source>None of the films can be read</source>
            <translation>Keine der Aufnahmen kann gelesen werden</translation>
        </message>
        <message>
            <source>The notes above say why each was left out</source>
            <translation>Die Hinweise darüber sagen, warum jede ausgelassen wurde</translation>
        </message>
        <message>
            <source>The network calls {share} of the validation films "abnormal": it answers one class only. Check the labels, balance the classes, or lower the learning rate.</source>
            <translation>Das Netz nennt {share} der Validierungsaufnahmen "auffällig": Es antwortet nur mit einer Klasse. Prüfen Sie die Labels, gleichen Sie die Klassen aus, oder senken Sie die Lernrate.</translation>
        </message>
        <message>
            <source>The network calls {share} of the validation films "not abnormal": it answers one class only. Check the labels, balance the classes, or lower the learning rate.</source>
            <translation>Das Netz nennt {share} der Validierungsaufnahmen "nicht auffällig": Es antwortet nur mit einer Klasse. Prüfen Sie die Labels, gleichen Sie die Klassen aus, oder senken Sie die Lernrate.</translation>
        </message>
        <message>
            <source>The loss has risen to {high} from {low} at its least: the run diverges. Lower the learning rate.</source>
            <translation>Der Verlust ist von mindestens {low} auf {high} gestiegen: Der Lauf divergiert. Senken Sie die Lernrate.</translation>
        </message>
        <message>
            <source>Validation has {count} films with the finding and {number} without: an AUROC of {known} there could be anything from {low} to {high}. Too few to choose between models; add films.</source>
            <translation>Die Validierung hat {count} Aufnahmen mit Befund und {number} ohne: Eine AUROC von {known} könnte dort alles von {low} bis {high} sein. Zu wenig, um zwischen Modellen zu wählen; fügen Sie Aufnahmen hinzu.</translation>
        </message>
        <message>
            <source>The network's AUROC of {number} ({low} to {high}) is no better than what {cue} alone gives ({count}): it may have learnt that, and not the finding.</source>
            <translation>Die AUROC des Netzes von {number} ({low} bis {high}) ist nicht besser als das, was {cue} allein gibt ({count}): Es hat vielleicht das gelernt und nicht den Befund.</translation>
        </message>
        <message>
            <source>The network's AUROC of {number} ({low} to {high}) is no better than chance.</source>
            <translation>Die AUROC des Netzes von {number} ({low} bis {high}) ist nicht besser als der Zufall.</translation>
        </message>
        <message>
            <source>The run starts from {model}. Where that model was trained on films that validate this run, its figures are too good: compare both on films that neither has seen.</source>
            <translation>Der Lauf beginnt mit {model}. Wo jenes Modell aus Aufnahmen gelernt hat, die diesen Lauf validieren, sind seine Zahlen zu gut: Vergleichen Sie beide auf Aufnahmen, die keines gesehen hat.</translation>
        </message>
        <message>
            <source>The films need {size} MB, and {number} MB are free</source>
            <translation>Die Aufnahmen brauchen {size} MB, und {number} MB sind frei</translation>
        </message>
        <message>
            <source>Make room, or choose another place</source>
            <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ort</translation>
        </message>
        <message>
            <source>{count} patients stand in both training and validation: {names}</source>
            <translation>{count} Patienten stehen in Training und Validierung: {names}</translation>
        </message>
        <message>
            <source>The time limit was reached in epoch {number} of {count}</source>
            <translation>Die Zeitgrenze wurde in Epoche {number} von {count} erreicht</translation>
        </message>
        <message>
            <source>{count} labels replaced by {file}, {number} were so already</source>
            <translation>{count} Labels durch {file} ersetzt, {number} waren schon so</translation>
        </message>
        <message>
            <source>{name} was not compared with {other}, which is in use</source>
            <translation>{name} wurde nicht mit {other} verglichen, das in Gebrauch ist</translation>
        </message>
        <message>
            <source>The comparison is not of {name} with {other}, which is in use</source>
            <translation>Der Vergleich ist nicht der von {name} mit {other}, das in Gebrauch ist</translation>
        </message>
        <message>
            <source>The comparison allowed a margin of {low} percentage points, this site allows {high}</source>
            <translation>Der Vergleich ließ einen Abstand von {low} Prozentpunkten zu, dieser Standort lässt {high} zu</translation>
        </message>
        <message>
            <source>{name} is less sensitive than {other}</source>
            <translation>{name} ist weniger sensitiv als {other}</translation>
        </message>
        <message>
            <source>It is not shown that {name} is at most {low} percentage points less sensitive than {other}</source>
            <translation>Es ist nicht gezeigt, dass {name} höchstens {low} Prozentpunkte weniger sensitiv ist als {other}</translation>
        </message>
        <message>
            <source>Say why it is to be put in use all the same, or compare on more abnormal cases</source>
            <translation>Sagen Sie, warum es trotzdem in Gebrauch genommen werden soll, oder vergleichen Sie an mehr auffälligen Fällen</translation>
        </message>
        <message>
            <source>Compare it with the version in use, or say why it is to be put in use all the same</source>
            <translation>Vergleichen Sie es mit der Version in Gebrauch, oder sagen Sie, warum es trotzdem in Gebrauch genommen werden soll</translation>
        </message>
        <message>
            <source>{name}, which was put in use here, is not installed any more: {other_name} is used</source>
            <translation>{name}, hier in Gebrauch genommen, ist nicht mehr installiert: Verwendet wird {other_name}</translation>
        </message>
        <message>
            <source>{name}, which was put in use here, is not installed any more</source>
            <translation>{name}, hier in Gebrauch genommen, ist nicht mehr installiert</translation>
        </message>
        <message>
            <source>{name} is in use already</source>
            <translation>{name} ist schon in Gebrauch</translation>
        </message>
        <message>
            <source>A model is put in use for a reason</source>
            <translation>Ein Modell wird aus einem Grund in Gebrauch genommen</translation>
        </message>
        <message>
            <source>Say why this version, in a few words</source>
            <translation>Sagen Sie in wenigen Worten, warum diese Version</translation>
        </message>
        <message>
            <source>No other version of {name} was in use before</source>
            <translation>Vorher war keine andere Version von {name} in Gebrauch</translation>
        </message>
        <message>
            <source>The margin lies between 0 and {high}</source>
            <translation>Die Spanne liegt zwischen 0 und {high}</translation>
        </message>
        <message>
            <source>The comparison cannot be read: {reason}</source>
            <translation>Der Vergleich kann nicht gelesen werden: {reason}</translation>
        </message>
        <message>
            <source>This is no file of a comparison</source>
            <translation>Das ist keine Datei eines Vergleichs</translation>
        </message>
        <message>
            <source>The comparison was written by a newer xraydesk</source>
            <translation>Der Vergleich wurde von einem neueren xraydesk geschrieben</translation>
        </message>
        <message>
            <source>Compare the two versions again</source>
            <translation>Vergleichen Sie die beiden Fassungen noch einmal</translation>
        </message>
        <message>
            <source>The file is of another version of xraydesk</source>
            <translation>Die Datei stammt von einer anderen Version von xraydesk</translation>
        </message>
        <message>
            <source>The file's signature cannot be read</source>
            <translation>Die Signatur der Datei lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>The file was changed after it was signed</source>
            <translation>Die Datei wurde verändert, nachdem sie signiert wurde</translation>
        </message>
        <message>
            <source>Ask for the file again, from where it came</source>
            <translation>Erbitten Sie die Datei noch einmal von dort, woher sie kam</translation>
        </message>
        <message>
            <source>The file is signed with a key that is not trusted here: {hash}</source>
            <translation>Die Datei ist mit einem Schlüssel signiert, dem hier nicht vertraut wird: {hash}</translation>
        </message>
        <message>
            <source>Compare the fingerprint with whoever sent it, then trust the key</source>
            <translation>Vergleichen Sie den Fingerabdruck mit dem Absender, dann vertrauen Sie dem Schlüssel</translation>
        </message>
        <message>
            <source>{name} is installed already</source>
            <translation>{name} ist schon installiert</translation>
        </message>
        <message>
            <source>A version is never replaced</source>
            <translation>Eine Version wird nie ersetzt</translation>
        </message>
        <message>
            <source>The file holds something else than a model</source>
            <translation>Die Datei enthält etwas anderes als ein Modell</translation>
        </message>
        <message>
            <source>The file is packed in another way than a model is</source>
            <translation>Die Datei ist anders gepackt als ein Modell</translation>
        </message>
        <message>
            <source>{name} is larger than any model's</source>
            <translation>{name} ist größer als bei jedem Modell</translation>
        </message>
        <message>
            <source>This is no file of a model, or it is damaged</source>
            <translation>Dies ist keine Modelldatei, oder sie ist beschädigt</translation>
        </message>
        <message>
            <source>The file's card or signature cannot be read</source>
            <translation>Karte oder Signatur der Datei lassen sich nicht lesen</translation>
        </message>
        <message>
            <source>The list of trusted keys cannot be read</source>
            <translation>Die Liste der vertrauten Schlüssel lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>This is no fingerprint of a key</source>
            <translation>Dies ist kein Fingerabdruck eines Schlüssels</translation>
        </message>
        <message>
            <source>It has eight groups of four letters and figures</source>
            <translation>Er hat acht Gruppen von vier Buchstaben und Ziffern</translation>
        </message>
        <message>
            <source>The site's key cannot be read</source>
            <translation>Der Schlüssel des Standorts lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>The site's key is of another kind</source>
            <translation>Der Schlüssel des Standorts ist von anderer Art</translation>
        </message>
        <message>
            <source>Bring it back from a copy</source>
            <translation>Stellen Sie ihn aus einer Sicherung wieder her</translation>
        </message>
        <message>
            <source>The site's keys cannot be saved</source>
            <translation>Die Schlüssel des Standorts lassen sich nicht speichern</translation>
        </message>
        <message>
            <source>Both are the same model</source>
            <translation>Beide sind dasselbe Modell</translation>
        </message>
        <message>
            <source>Choose two versions</source>
            <translation>Wählen Sie zwei Versionen</translation>
        </message>
        <message>
            <source>Differences and p keep the studies of a patient together, the intervals of each model alone do not</source>
            <translation>Bei Differenzen und p bleiben die Untersuchungen eines Patienten zusammen, in den Intervallen jedes Modells für sich nicht</translation>
        </message>
        <message>
            <source>Each is judged at its own operating points: those of {name} were chosen anew, on its own validation films</source>
            <translation>Jedes wird an seinen eigenen Arbeitspunkten beurteilt: Die von {name} wurden neu gewählt, auf seinen eigenen Validierungsaufnahmen</translation>
        </message>
        <message>
            <source>{name} was trained on {count} of these films: its figures are too good</source>
            <translation>{name} wurde an {count} dieser Aufnahmen trainiert: Seine Kennzahlen sind zu gut</translation>
        </message>
        <message>
            <source>{name} was chosen, and its operating points, on {count} of these films: its figures are a little too good</source>
            <translation>{name} und seine Arbeitspunkte wurden auf {count} dieser Aufnahmen gewählt: Seine Zahlen sind etwas zu gut</translation>
        </message>
        <message>
            <source>Whether {name} was trained on some of these films is not known: its run is not here</source>
            <translation>Ob {name} mit einigen dieser Aufnahmen trainiert wurde, ist nicht bekannt: Sein Lauf ist nicht hier</translation>
        </message>
        <message>
            <source>The run's record does not tell its films apart: several have one name</source>
            <translation>Die Aufzeichnung des Laufs unterscheidet seine Aufnahmen nicht: Mehrere haben denselben Namen</translation>
        </message>
        <message>
            <source>The run's record cannot be read</source>
            <translation>Die Aufzeichnung des Laufs lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>Compare on films of another folder</source>
            <translation>Vergleichen Sie an Aufnahmen eines anderen Ordners</translation>
        </message>
        <message>
            <source>None of these films is among those the run kept aside</source>
            <translation>Keine dieser Aufnahmen ist unter denen, die der Lauf zurückgehalten hat</translation>
        </message>
        <message>
            <source>Choose the folder it was trained on</source>
            <translation>Wählen Sie den Ordner, an dem er trainiert wurde</translation>
        </message>
        <message>
            <source>Nothing is known to be true of the studies at this desk</source>
            <translation>Von den Untersuchungen dieses Arbeitsplatzes ist nichts als wahr bekannt</translation>
        </message>
        <message>
            <source>Choose another rule, or enter what was found out later</source>
            <translation>Wählen Sie eine andere Regel, oder tragen Sie ein, was sich später herausgestellt hat</translation>
        </message>
        <message>
            <source>The folder holds no model: it has no card.json</source>
            <translation>Der Ordner enthält kein Modell: Er hat keine card.json</translation>
        </message>
        <message>
            <source>Entry {number} of the {words} was changed</source>
            <translation>Eintrag {number} wurde verändert ({words})</translation>
        </message>
        <message>
            <source>Entry {number} of the {words} was removed</source>
            <translation>Eintrag {number} wurde entfernt ({words})</translation>
        </message>
        <message>
            <source>Entries {low} to {high} of the {words} were removed</source>
            <translation>Die Einträge {low} bis {high} wurden entfernt ({words})</translation>
        </message>
        <message>
            <source>Entry {number} of the {words} was moved to place {count}</source>
            <translation>Eintrag {number} wurde an die Stelle {count} versetzt ({words})</translation>
        </message>
        <message>
            <source>Entry {number} of the {words} is not known to the audit log</source>
            <translation>Eintrag {number} ist dem Prüfprotokoll nicht bekannt ({words})</translation>
        </message>
        <message>
            <source>Of the {words} those of verdict {number} were changed or removed</source>
            <translation>Was zur Beurteilung {number} gehört, wurde verändert oder entfernt ({words})</translation>
        </message>
        <message>
            <source>The audit log was written anew: its entry {number} is another than when it was last verified</source>
            <translation>Das Prüfprotokoll wurde neu geschrieben: Sein Eintrag {number} ist ein anderer als bei der letzten Prüfung</translation>
        </message>
        <message>
            <source>reference labels</source>
            <translation>Referenzlabel</translation>
        </message>
        <message>
            <source>tags of errors</source>
            <translation>Fehlerbenennungen</translation>
        </message>
        <message>
            <source>corrections of labels</source>
            <translation>Labelkorrekturen</translation>
        </message>
        <message>
            <source>versions of operating points</source>
            <translation>Versionen der Arbeitspunkte</translation>
        </message>
        <message>
            <source>samples of this site</source>
            <translation>Stichproben dieses Standorts</translation>
        </message>
        <message>
            <source>accounts</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>promotions of models</source>
            <translation>Modelle in Gebrauch</translation>
        </message>
        <message>
            <source>films left out of training</source>
            <translation>vom Training ausgenommene Aufnahmen</translation>
        </message>
        <message>
            <source>What the last look at the audit log left cannot be read</source>
            <translation>Was die letzte Prüfung des Protokolls hinterlassen hat, lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>Find out who touched it; without the file the next look begins anew</source>
            <translation>Klären Sie, wer es verändert hat; ohne die Datei beginnt die nächste Prüfung von vorn</translation>
        </message>
        <message>
            <source>line {number}: {reason}</source>
            <translation>Zeile {number}: {reason}</translation>
        </message>
        <message>
            <source>it is no text in UTF-8</source>
            <translation>Sie ist kein Text in UTF-8</translation>
        </message>
        <message>
            <source>this is no valid TOML: {system}; {reason}</source>
            <translation>Das ist kein gültiges TOML: {system}; {reason}</translation>
        </message>
        <message>
            <source>this is no valid TOML: {system}</source>
            <translation>Das ist kein gültiges TOML: {system}</translation>
        </message>
        <message>
            <source>write a folder of Windows in single quotes, or with two backslashes each</source>
            <translation>Windows-Ordner in einfache Anführungszeichen setzen oder jeden Backslash doppelt schreiben</translation>
        </message>
        <message>
            <source>"{name}" is no setting of a machine; "{other}" is one</source>
            <translation>„{name}“ ist keine Einstellung eines Rechners; „{other}“ ist eine</translation>
        </message>
        <message>
            <source>"{name}" is no setting of a machine</source>
            <translation>„{name}“ ist keine Einstellung eines Rechners</translation>
        </message>
        <message>
            <source>"locked" names "{name}", which is no setting of a machine; "{other}" is one</source>
            <translation>„locked“ nennt „{name}“; das ist keine Einstellung eines Rechners, „{other}“ ist eine</translation>
        </message>
        <message>
            <source>"locked" names "{name}", which is no setting of a machine</source>
            <translation>„locked“ nennt „{name}“; das ist keine Einstellung eines Rechners</translation>
        </message>
        <message>
            <source>"locked" names "{name}", which this file does not set</source>
            <translation>„locked“ nennt „{name}“, das in dieser Datei nicht gesetzt ist</translation>
        </message>
        <message>
            <source>"open_on_start" needs a "start_folder"</source>
            <translation>„open_on_start“ braucht einen „start_folder“</translation>
        </message>
        <message>
            <source>"{name}" must be a whole number from 0 to {count}</source>
            <translation>„{name}“ muss eine ganze Zahl von 0 bis {count} sein</translation>
        </message>
        <message>
            <source>"{name}" must be a number from 0 to {count}</source>
            <translation>„{name}“ muss eine Zahl von 0 bis {count} sein</translation>
        </message>
        <message>
            <source>"{name}" must be a whole path, as "{folder}"</source>
            <translation>„{name}“ muss ein vollständiger Pfad sein, etwa „{folder}“</translation>
        </message>
        <message>
            <source>"{name}" names the environment variable {variable}, which is not set here</source>
            <translation>„{name}“ nennt die Umgebungsvariable {variable}, die hier nicht gesetzt ist</translation>
        </message>
        <message>
            <source>"{name}" holds a character that no folder has; {reason}</source>
            <translation>„{name}“ enthält ein Zeichen, das kein Ordner hat; {reason}</translation>
        </message>
        <message>
            <source>"{name}" holds {part}; only {others} are known</source>
            <translation>„{name}“ enthält {part}; bekannt sind nur {others}</translation>
        </message>
        <message>
            <source>"{name}" holds {part}, and that name cannot be part of a folder's name here</source>
            <translation>„{name}“ enthält {part}, und dieser Name kann hier nicht Teil eines Ordnernamens sein</translation>
        </message>
        <message>
            <source>"{name}" holds {part}, and the system does not say who is signed in</source>
            <translation>„{name}“ enthält {part}, und das System nennt nicht, wer angemeldet ist</translation>
        </message>
        <message>
            <source>"{name}" begins with ~, and there is no home folder here</source>
            <translation>„{name}“ beginnt mit ~, und hier gibt es kein Benutzerverzeichnis</translation>
        </message>
        <message>
            <source>names of settings</source>
            <translation>Namen von Einstellungen</translation>
        </message>
        <message>
            <source>The settings file for this machine cannot be used: {reason}</source>
            <translation>Die Einstellungsdatei für diesen Rechner ist nicht verwendbar: {reason}</translation>
        </message>
        <message>
            <source>"xraydesk settings check FILE" names every fault; an administrator must mend the file</source>
            <translation>„xraydesk settings check DATEI“ nennt jeden Fehler; die Datei muss von der Administration berichtigt werden</translation>
        </message>
        <message>
            <source>"{name}" is set for this machine by the administrator</source>
            <translation>„{name}“ ist für diesen Rechner von der Administration festgelegt</translation>
        </message>
        <message>
            <source>"{name}" is set for this machine by the administrator: {value}</source>
            <translation>„{name}“ ist für diesen Rechner von der Administration festgelegt: {value}</translation>
        </message>
        <message>
            <source>There is no settings file for this machine</source>
            <translation>Für diesen Rechner gibt es keine Einstellungsdatei</translation>
        </message>
        <message>
            <source>Leave out {flag}</source>
            <translation>{flag} weglassen</translation>
        </message>
        <message>
            <source>Set for this machine by an administrator</source>
            <translation>Von der Administration für diesen Rechner festgelegt</translation>
        </message>
        <message>
            <source>Set for this machine: nothing</source>
            <translation>Für diesen Rechner festgelegt: nichts</translation>
        </message>
        <message>
            <source>Set for this machine: {folder}</source>
            <translation>Für diesen Rechner festgelegt: {folder}</translation>
        </message>
        <message>
            <source>In it: {names}</source>
            <translation>Darin: {names}</translation>
        </message>
        <message>
            <source>Locked: {names}</source>
            <translation>Gesperrt: {names}</translation>
        </message>
    </context>
    <context>
        <name>MisclassifiedPage</name>
        <message>
            <source>misclassified.csv</source>
            <translation>fehlklassifiziert.csv</translation>
        </message>
        <message>
            <source>corrections.csv</source>
            <translation>korrekturen.csv</translation>
        </message>
        <message>
            <source>Save the list</source>
            <translation>Liste speichern</translation>
        </message>
        <message>
            <source>The list is saved: {path}</source>
            <translation>Die Liste ist gespeichert: {path}</translation>
        </message>
    </context>
    <context>
        <name>MisclassifiedWords</name>
        <message>
            <source>abnormal</source>
            <translation>auffällig</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>unauffällig</translation>
        </message>
        <message>
            <source>unsure</source>
            <translation>unsicher</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <source>not judged</source>
            <translation>nicht beurteilt</translation>
        </message>
        <message>
            <source>not read</source>
            <translation>nicht befundet</translation>
        </message>
        <message>
            <source>the model at its rule-out point</source>
            <translation>das Modell an seinem Ausschluss-Arbeitspunkt</translation>
        </message>
        <message>
            <source>the model at its rule-in point</source>
            <translation>das Modell an seinem Nachweis-Arbeitspunkt</translation>
        </message>
        <message>
            <source>the model at its default point</source>
            <translation>das Modell an seinem Standard-Arbeitspunkt</translation>
        </message>
        <message>
            <source>reader {name}</source>
            <translation>Befunder {name}</translation>
        </message>
        <message>
            <source>the model by its bands</source>
            <translation>das Modell nach seinen Stufen</translation>
        </message>
        <message>
            <source>the model by its grades</source>
            <translation>das Modell nach seinen Graden</translation>
        </message>
        <message>
            <source>the model at the point {name}</source>
            <translation>das Modell am Arbeitspunkt {name}</translation>
        </message>
        <message>
            <source>True: {truth}. Answer: {answer}. {studies}, {share} of the row.</source>
            <translation>Wahr: {truth}. Antwort: {answer}. {studies}, {share} der Zeile.</translation>
        </message>
        <message>
            <source>This is an error.</source>
            <translation>Das ist ein Fehler.</translation>
        </message>
        <message>
            <source>This is right.</source>
            <translation>Das ist richtig.</translation>
        </message>
        <message>
            <source>truth not known, answered {answer}</source>
            <translation>Wahrheit nicht bekannt, Antwort {answer}</translation>
        </message>
        <message>
            <source>truly {truth}, answered {answer}</source>
            <translation>in Wahrheit {truth}, Antwort {answer}</translation>
        </message>
        <message>
            <source>✓ right, ✗ wrong, ? unsure or truth not known, – no answer; the model at its default point.</source>
            <translation>✓ richtig, ✗ falsch, ? unsicher oder Wahrheit nicht bekannt, – keine Antwort; das Modell an seinem Standard-Arbeitspunkt.</translation>
        </message>
        <message>
            <source>P {probability}, truly {truth}</source>
            <translation>P {probability}, in Wahrheit {truth}</translation>
        </message>
        <message>
            <source>P {probability}, truth not known</source>
            <translation>P {probability}, Wahrheit nicht bekannt</translation>
        </message>
        <message>
            <source>label proposed</source>
            <translation>Label vorgeschlagen</translation>
        </message>
        <message>
            <source>nobody has read it</source>
            <translation>von niemandem befundet</translation>
        </message>
    </context>
    <context>
        <name>ModelsInUse</name>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Put in use …</source>
            <translation>In Gebrauch nehmen …</translation>
        </message>
        <message>
            <source>Roll back …</source>
            <translation>Zurücknehmen …</translation>
        </message>
        <message>
            <source>Import …</source>
            <translation>Importieren …</translation>
        </message>
        <message>
            <source>Export …</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Each model is loaded and its weights are checked …</source>
            <translation>Jedes Modell wird geladen, und seine Gewichte werden geprüft …</translation>
        </message>
        <message>
            <source>No other version of this model was in use before.</source>
            <translation>Vorher war keine andere Version dieses Modells in Gebrauch.</translation>
        </message>
        <message>
            <source>{model} {version} is used again at once. What it said of each film is kept.</source>
            <translation>{model} {version} wird sofort wieder benutzt. Was es zu jeder Aufnahme gesagt hat, ist erhalten.</translation>
        </message>
        <message>
            <source>Roll back</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>{model} {version} is in use from now on.</source>
            <translation>{model} {version} ist ab jetzt in Gebrauch.</translation>
        </message>
        <message>
            <source>{model} {version} is installed. It is not in use before you put it in use.</source>
            <translation>{model} {version} ist installiert. Es ist nicht in Gebrauch, bevor Sie es in Gebrauch nehmen.</translation>
        </message>
        <message>
            <source>Written: {path}. The fingerprint of this site is {fingerprint}.</source>
            <translation>Geschrieben: {path}. Der Fingerabdruck dieses Standorts ist {fingerprint}.</translation>
        </message>
        <message>
            <source>All models are sound: each has the weights its card was written for.</source>
            <translation>Alle Modelle sind unversehrt: Jedes hat die Gewichte, für die seine Karte geschrieben wurde.</translation>
        </message>
        <message>
            <source>Import a model</source>
            <translation>Ein Modell importieren</translation>
        </message>
        <message>
            <source>Folder to write the model to</source>
            <translation>Ordner, in den das Modell geschrieben wird</translation>
        </message>
        <message>
            <source>Installed versions</source>
            <translation>Installierte Versionen</translation>
        </message>
        <message>
            <source>Least sensitivity: at most this much below the version in use</source>
            <translation>Geringste Sensitivität: höchstens so viel unter der Version in Gebrauch</translation>
        </message>
        <message>
            <source>What was in use</source>
            <translation>Was in Gebrauch war</translation>
        </message>
    </context>
    <context>
        <name>ModelsPage</name>
        <message>
            <source>xraydesk is for research. It makes no diagnosis: it puts studies in an order and shows why. A reader looks at every study, and what a model could not judge stands in the list with the reason.</source>
            <translation>xraydesk ist für die Forschung. Es stellt keine Diagnose: Es ordnet Untersuchungen und zeigt, warum. Jede Untersuchung wird von einem Menschen befundet, und was ein Modell nicht beurteilen konnte, steht mit dem Grund in der Liste.</translation>
        </message>
        <message>
            <source>No model is installed. Put a model's folder into the models folder and start again.</source>
            <translation>Kein Modell ist installiert. Ordner eines Modells im Modellordner ablegen und neu starten.</translation>
        </message>
        <message>
            <source>I have read this</source>
            <translation>Gelesen</translation>
        </message>
        <message>
            <source>What the models are for</source>
            <translation>Zweck der Modelle</translation>
        </message>
        <message>
            <source>Where things lie, on this computer only</source>
            <translation>Ablage, nur auf diesem Computer</translation>
        </message>
        <message>
            <source>The model's card does not say.</source>
            <translation>Die Modellkarte sagt es nicht.</translation>
        </message>
        <message>
            <source>For: {text}.</source>
            <translation>Für: {text}.</translation>
        </message>
        <message>
            <source>Intended use: {text}</source>
            <translation>Zweckbestimmung: {text}</translation>
        </message>
        <message>
            <source>Not for: {text}</source>
            <translation>Nicht für: {text}</translation>
        </message>
        <message>
            <source>Licence: {licence}.</source>
            <translation>Lizenz: {licence}.</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <source>What the models are for and not for</source>
            <translation>Wofür die Modelle sind und wofür nicht</translation>
        </message>
    </context>
    <context>
        <name>ModelsWords</name>
        <message>
            <source>Of each model one version is in use. Versions are never overwritten, and what each said of a film is kept: going back takes no scoring.</source>
            <translation>Von jedem Modell ist eine Version in Gebrauch. Versionen werden nie überschrieben, und was jede zu einer Aufnahme gesagt hat, ist erhalten: Zurückgehen kostet keine neue Bewertung.</translation>
        </message>
        <message>
            <source>{model} {version} is used from now on by everybody at this desk. Open studies are scored again.</source>
            <translation>{model} {version} wird ab jetzt von allen an diesem Arbeitsplatz benutzt. Offene Untersuchungen werden neu bewertet.</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>In Gebrauch</translation>
        </message>
        <message>
            <source>Last put in use</source>
            <translation>Zuletzt in Gebrauch genommen</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Gewichte</translation>
        </message>
        <message>
            <source>SHA-256 of the weights</source>
            <translation>SHA-256 der Gewichte</translation>
        </message>
        <message>
            <source>✓ in use</source>
            <translation>✓ in Gebrauch</translation>
        </message>
        <message>
            <source>the newest; nobody chose</source>
            <translation>die neueste; niemand hat gewählt</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Beleg</translation>
        </message>
        <message>
            <source>put in use</source>
            <translation>in Gebrauch genommen</translation>
        </message>
        <message>
            <source>rolled back</source>
            <translation>zurückgenommen</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Lauf</translation>
        </message>
        <message>
            <source>The training run at this desk that the version was installed from</source>
            <translation>Der Trainingslauf an diesem Arbeitsplatz, aus dem die Version installiert wurde</translation>
        </message>
        <message>
            <source>not worse</source>
            <translation>nicht schlechter</translation>
        </message>
        <message>
            <source>less sensitive</source>
            <translation>weniger sensitiv</translation>
        </message>
        <message>
            <source>not shown</source>
            <translation>nicht gezeigt</translation>
        </message>
        <message>
            <source>{outcome} on {count} studies</source>
            <translation>{outcome} bei {count} Untersuchungen</translation>
        </message>
        <message>
            <source>all the same: {reason}</source>
            <translation>trotzdem: {reason}</translation>
        </message>
    </context>
    <context>
        <name>NoMap</name>
        <message>
            <source>No map: the model's answer is hidden until your first verdict</source>
            <translation>Keine Karte: Die Antwort des Modells ist bis zu Ihrer ersten Beurteilung verdeckt</translation>
        </message>
        <message>
            <source>No map yet: the model has not judged this image</source>
            <translation>Noch keine Karte: Das Modell hat dieses Bild noch nicht beurteilt</translation>
        </message>
        <message>
            <source>No map: the model did not assess this image</source>
            <translation>Keine Karte: Das Modell hat dieses Bild nicht beurteilt</translation>
        </message>
        <message>
            <source>No map: another model judged this image</source>
            <translation>Keine Karte: Ein anderes Modell hat dieses Bild beurteilt</translation>
        </message>
    </context>
    <context>
        <name>OrderBar</name>
        <message>
            <source>Triage order</source>
            <translation>Triage-Reihenfolge</translation>
        </message>
        <message>
            <source>Arrival order</source>
            <translation>Nach Eingang</translation>
        </message>
        <message>
            <source>In the order the studies came in; nothing is left out</source>
            <translation>In der Reihenfolge des Eingangs; nichts wird ausgelassen</translation>
        </message>
        <message>
            <source>Why the list stands in this order</source>
            <translation>Warum die Liste in dieser Reihenfolge steht</translation>
        </message>
        <message>
            <source>Most likely abnormal first</source>
            <translation>Wahrscheinlich Auffälliges zuerst</translation>
        </message>
        <message>
            <source>There is no triage order while the model's answer is hidden</source>
            <translation>Solange die Antwort des Modells verdeckt ist, gibt es keine Triage-Reihenfolge</translation>
        </message>
        <message>
            <source>In the order in which the sample was drawn</source>
            <translation>In der Reihenfolge, in der die Stichprobe gezogen wurde</translation>
        </message>
        <message>
            <source>In order of arrival: the model's answer is hidden until your first verdict</source>
            <translation>Reihenfolge des Eingangs: Die Antwort des Modells ist bis zu Ihrer ersten Beurteilung verdeckt</translation>
        </message>
        <message>
            <source>The model's answer is hidden until your first verdict and orders nothing</source>
            <translation>Die Antwort des Modells ist bis zu Ihrer ersten Beurteilung verdeckt und ordnet nichts</translation>
        </message>
    </context>
    <context>
        <name>OrderButton</name>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>More orders</source>
            <translation>Weitere Reihenfolgen</translation>
        </message>
        <message>
            <source>By waiting time, or by the probability of one label; and which columns are shown</source>
            <translation>Nach Wartezeit oder nach der Wahrscheinlichkeit eines Befunds; außerdem, welche Spalten zu sehen sind</translation>
        </message>
    </context>
    <context>
        <name>Orientation</name>
        <message>
            <source>MIRRORED</source>
            <translation>GESPIEGELT</translation>
        </message>
        <message>
            <source>rotated {degrees}°</source>
            <translation>um {degrees}° gedreht</translation>
        </message>
        <message>
            <source>MIRRORED, rotated {degrees}°</source>
            <translation>GESPIEGELT, um {degrees}° gedreht</translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>What the log holds</source>
            <translation>Was das Protokoll enthält</translation>
        </message>
        <message>
            <source>Studies</source>
            <translation>Untersuchungen</translation>
        </message>
        <message>
            <source>Readers</source>
            <translation>Befunder</translation>
        </message>
        <message>
            <source>The model</source>
            <translation>Das Modell</translation>
        </message>
        <message>
            <source>No reader has given a verdict on these studies yet.</source>
            <translation>Zu diesen Untersuchungen hat noch niemand eine Beurteilung abgegeben.</translation>
        </message>
        <message>
            <source>One reader alone: agreement needs two who read the same studies.</source>
            <translation>Nur ein Befunder: Übereinstimmung braucht zwei, die dieselben Untersuchungen gelesen haben.</translation>
        </message>
        <message>
            <source>What is true is known of no study by this standard: import a table, enter follow-up, or choose readers.</source>
            <translation>Nach diesem Standard ist von keiner Untersuchung bekannt, was zutrifft: Importieren Sie eine Tabelle, tragen Sie den Verlauf ein oder wählen Sie Befunder.</translation>
        </message>
        <message>
            <source>Studies that count as unknown, as the standard contradicts itself about them: {count}.</source>
            <translation>Untersuchungen, die als unbekannt gelten, weil der Standard sich zu ihnen widerspricht: {count}.</translation>
        </message>
        <message>
            <source>Verdicts left out, as they were given on studies or films that are not among these: {count}.</source>
            <translation>Ausgelassene Urteile, weil ihre Untersuchungen oder Aufnahmen nicht darunter sind: {count}.</translation>
        </message>
        <message>
            <source>No installed model has said anything of these studies.</source>
            <translation>Kein installiertes Modell hat sich zu diesen Untersuchungen geäußert.</translation>
        </message>
        <message>
            <source>studies</source>
            <translation>Untersuchungen</translation>
        </message>
        <message>
            <source>patients</source>
            <translation>Patienten</translation>
        </message>
        <message>
            <source>read by nobody</source>
            <translation>von niemandem gelesen</translation>
        </message>
        <message>
            <source>truly abnormal</source>
            <translation>wirklich auffällig</translation>
        </message>
        <message>
            <source>truly normal</source>
            <translation>wirklich unauffällig</translation>
        </message>
        <message>
            <source>truth not known</source>
            <translation>Wahrheit unbekannt</translation>
        </message>
        <message>
            <source>reader</source>
            <translation>Befunder</translation>
        </message>
        <message>
            <source>studies read</source>
            <translation>gelesen</translation>
        </message>
        <message>
            <source>called abnormal</source>
            <translation>als auffällig</translation>
        </message>
        <message>
            <source>unsure</source>
            <translation>unsicher</translation>
        </message>
        <message>
            <source>before and after</source>
            <translation>vorher und nachher</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>berichtigt</translation>
        </message>
        <message>
            <source>median seconds</source>
            <translation>Median Sekunden</translation>
        </message>
        <message>
            <source>model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>judged</source>
            <translation>beurteilt</translation>
        </message>
        <message>
            <source>refused by its gate</source>
            <translation>vom Modell abgelehnt</translation>
        </message>
        <message>
            <source>not asked</source>
            <translation>nicht gefragt</translation>
        </message>
    </context>
    <context>
        <name>PageBar</name>
        <message>
            <source>Page {number} of {count}</source>
            <translation>Seite {number} von {count}</translation>
        </message>
    </context>
    <context>
        <name>PageStack</name>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
    </context>
    <context>
        <name>PairMatrix</name>
        <message>
            <source>Kappa of every pair</source>
            <translation>Kappa jedes Paares</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Make accounts …</source>
            <translation>Konten anlegen …</translation>
        </message>
        <message>
            <source>Add …</source>
            <translation>Hinzufügen …</translation>
        </message>
        <message>
            <source>Set password …</source>
            <translation>Passwort setzen …</translation>
        </message>
        <message>
            <source>Close the account</source>
            <translation>Konto schließen</translation>
        </message>
        <message>
            <source>Open again with a password …</source>
            <translation>Mit einem Passwort wieder öffnen …</translation>
        </message>
        <message>
            <source>The first administrator</source>
            <translation>Der erste Administrator</translation>
        </message>
        <message>
            <source>From now on the window asks for a name and a password.</source>
            <translation>Von nun an fragt das Fenster nach Name und Passwort.</translation>
        </message>
        <message>
            <source>The person can change the password after signing in.</source>
            <translation>Die Person kann das Passwort nach der Anmeldung ändern.</translation>
        </message>
        <message>
            <source>A new account</source>
            <translation>Ein neues Konto</translation>
        </message>
        <message>
            <source>{name} has an account.</source>
            <translation>{name} hat ein Konto.</translation>
        </message>
        <message>
            <source>Another password for {name}</source>
            <translation>Ein anderes Passwort für {name}</translation>
        </message>
        <message>
            <source>The one before is no longer heard. A closed account is open again.</source>
            <translation>Das vorige gilt nicht mehr. Ein geschlossenes Konto ist wieder offen.</translation>
        </message>
        <message>
            <source>{name} has another password.</source>
            <translation>{name} hat ein anderes Passwort.</translation>
        </message>
        <message>
            <source>{name} has another role.</source>
            <translation>{name} hat eine andere Rolle.</translation>
        </message>
        <message>
            <source>The account of {name} is closed. What it said stays in the log.</source>
            <translation>Das Konto von {name} ist geschlossen. Was es gesagt hat, bleibt im Protokoll.</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Give the chosen account another role</source>
            <translation>Dem gewählten Konto eine andere Rolle geben</translation>
        </message>
        <message>
            <source>This desk has no accounts: whoever uses this computer's login may do everything. With accounts the window asks for a name and a password, locks when nobody is there, and each person does what a role allows. The log of verdicts then carries the name that signed in.</source>
            <translation>Dieser Arbeitsplatz hat keine Konten: Wer an diesem Rechner angemeldet ist, darf alles. Mit Konten fragt das Fenster nach Name und Passwort, sperrt sich, wenn niemand da ist, und jede Person tut, was ihre Rolle erlaubt. Das Protokoll der Urteile trägt dann den angemeldeten Namen.</translation>
        </message>
        <message>
            <source>Accounts are closed, never removed: what somebody said stays under the name. Every change stands in the audit log. Passwords are kept as Argon2 verifiers only and cannot be read back.</source>
            <translation>Konten werden geschlossen, nie entfernt: Was jemand gesagt hat, bleibt unter dem Namen stehen. Jede Änderung steht im Prüfprotokoll. Passwörter sind nur als Argon2-Prüfwerte gespeichert und lassen sich nicht zurücklesen.</translation>
        </message>
        <message>
            <source>This account looks after all others. From now on nobody works at this desk without signing in; this cannot be taken back. Keep the password safe: a lost one of the only administrator cannot be renewed.</source>
            <translation>Dieses Konto betreut alle anderen. Von nun an arbeitet niemand mehr ohne Anmeldung an diesem Arbeitsplatz; das lässt sich nicht zurücknehmen. Verwahren Sie das Passwort sicher: Ein verlorenes des einzigen Administrators lässt sich nicht erneuern.</translation>
        </message>
    </context>
    <context>
        <name>PeopleTable</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Seit</translation>
        </message>
        <message>
            <source>Last signed in</source>
            <translation>Zuletzt angemeldet</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>Shut for {count} s after wrong passwords</source>
            <translation>Nach falschen Passwörtern für {count} s gesperrt</translation>
        </message>
        <message>
            <source>Sits here</source>
            <translation>Sitzt hier</translation>
        </message>
    </context>
    <context>
        <name>PerformanceCharts</name>
        <message>
            <source>Sensitivity</source>
            <translation>Sensitivität</translation>
        </message>
        <message>
            <source>ROC curve</source>
            <translation>ROC-Kurve</translation>
        </message>
        <message>
            <source>1 − specificity</source>
            <translation>1 − Spezifität</translation>
        </message>
        <message>
            <source>Precision and recall</source>
            <translation>Präzision und Recall</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Recall</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Präzision</translation>
        </message>
        <message>
            <source>Reliability of the model</source>
            <translation>Verlässlichkeit des Modells</translation>
        </message>
        <message>
            <source>Probability said</source>
            <translation>Gesagte Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>Share abnormal</source>
            <translation>Anteil auffällig</translation>
        </message>
        <message>
            <source>Nothing to draw</source>
            <translation>Nichts zu zeichnen</translation>
        </message>
        <message>
            <source>Area under the model's curve {area}; readers as points</source>
            <translation>Fläche unter der Kurve des Modells {area}; Befunder als Punkte</translation>
        </message>
        <message>
            <source>prevalence</source>
            <translation>Prävalenz</translation>
        </message>
        <message>
            <source>Precision falls as recall rises; the dotted line is the prevalence</source>
            <translation>Die Präzision fällt, wenn der Recall steigt; die gepunktete Linie ist die Prävalenz</translation>
        </message>
        <message>
            <source>as said</source>
            <translation>wie gesagt</translation>
        </message>
        <message>
            <source>as it came</source>
            <translation>wie eingetreten</translation>
        </message>
        <message>
            <source>Ten bins of equally many studies, Wilson intervals</source>
            <translation>Zehn Klassen gleich vieler Untersuchungen, Wilson-Intervalle</translation>
        </message>
    </context>
    <context>
        <name>PerformancePage</name>
        <message>
            <source>Performance</source>
            <translation>Güte</translation>
        </message>
        <message>
            <source>Import a reference table …</source>
            <translation>Referenztabelle einlesen …</translation>
        </message>
        <message>
            <source>Enter follow-up …</source>
            <translation>Verlauf eintragen …</translation>
        </message>
        <message>
            <source>Beta of F-beta</source>
            <translation>Beta von F-Beta</translation>
        </message>
        <message>
            <source>Prevalence at the site</source>
            <translation>Prävalenz am Standort</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <source>Figures of the model and the readers</source>
            <translation>Kennzahlen des Modells und der Befunder</translation>
        </message>
    </context>
    <context>
        <name>PerformanceWords</name>
        <message>
            <source>yes or no</source>
            <translation>ja oder nein</translation>
        </message>
        <message>
            <source>rule-out</source>
            <translation>Ausschluss</translation>
        </message>
        <message>
            <source>rule-in</source>
            <translation>Nachweis</translation>
        </message>
        <message>
            <source>last verdict</source>
            <translation>letzte Beurteilung</translation>
        </message>
        <message>
            <source>before the model's answer</source>
            <translation>vor der Antwort des Modells</translation>
        </message>
        <message>
            <source>after the model's answer</source>
            <translation>nach der Antwort des Modells</translation>
        </message>
        <message>
            <source>{count} without a known truth</source>
            <translation>{count} ohne bekannte Wahrheit</translation>
        </message>
        <message>
            <source>{count} with contradicting sources</source>
            <translation>{count} mit widersprüchlichen Quellen</translation>
        </message>
        <message>
            <source>{count} not judged</source>
            <translation>{count} nicht beurteilt</translation>
        </message>
        <message>
            <source>{count} refused by the model</source>
            <translation>{count} vom Modell abgelehnt</translation>
        </message>
        <message>
            <source>{count} “unsure”</source>
            <translation>{count} „unsicher“</translation>
        </message>
        <message>
            <source>Readers by majority</source>
            <translation>Befunder nach Mehrheit</translation>
        </message>
        <message>
            <source>PPV at {share}</source>
            <translation>PPV bei {share}</translation>
        </message>
        <message>
            <source>NPV at {share}</source>
            <translation>NPV bei {share}</translation>
        </message>
        <message>
            <source>Marked “few” with fewer than {count} abnormal or normal studies</source>
            <translation>Mit „wenige“ gekennzeichnet bei weniger als {count} auffälligen oder normalen Untersuchungen</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>At</source>
            <translation>Bei</translation>
        </message>
        <message>
            <source>Studies</source>
            <translation>Untersuchungen</translation>
        </message>
        <message>
            <source>Abnormal</source>
            <translation>Auffällig</translation>
        </message>
        <message>
            <source>Sensitivity</source>
            <translation>Sensitivität</translation>
        </message>
        <message>
            <source>Recall, Wilson interval</source>
            <translation>Recall, Wilson-Intervall</translation>
        </message>
        <message>
            <source>Specificity</source>
            <translation>Spezifität</translation>
        </message>
        <message>
            <source>Wilson interval</source>
            <translation>Wilson-Intervall</translation>
        </message>
        <message>
            <source>AUROC</source>
            <translation>AUROC</translation>
        </message>
        <message>
            <source>DeLong interval; readers by their rating in 11 steps</source>
            <translation>DeLong-Intervall; Befunder nach ihrer Einstufung in 11 Schritten</translation>
        </message>
        <message>
            <source>PPV</source>
            <translation>PPV</translation>
        </message>
        <message>
            <source>At the data's own prevalence</source>
            <translation>Bei der Prävalenz der Daten</translation>
        </message>
        <message>
            <source>NPV</source>
            <translation>NPV</translation>
        </message>
        <message>
            <source>Recall weighs that many times as much</source>
            <translation>Recall wiegt so viel Mal so schwer</translation>
        </message>
        <message>
            <source>Average precision</source>
            <translation>Mittlere Präzision</translation>
        </message>
        <message>
            <source>Brier</source>
            <translation>Brier</translation>
        </message>
        <message>
            <source>Expected calibration error, bins of equal mass</source>
            <translation>Erwarteter Kalibrierungsfehler, gleich besetzte Klassen</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Weggelassen</translation>
        </message>
        <message>
            <source>{count}, few</source>
            <translation>{count}, wenige</translation>
        </message>
        <message>
            <source>Call everything abnormal</source>
            <translation>Alles auffällig nennen</translation>
        </message>
        <message>
            <source>Left out: {reasons}.</source>
            <translation>Weggelassen: {reasons}.</translation>
        </message>
        <message>
            <source>Studies of which it is known what is true: {known}, {abnormal} of them abnormal ({share}).</source>
            <translation>Untersuchungen, von denen bekannt ist, was stimmt: {known}, davon {abnormal} auffällig ({share}).</translation>
        </message>
        <message>
            <source>The readers' own answers are what is taken as true: their figures are too good.</source>
            <translation>Die Antworten der Befunder selbst gelten als wahr: Ihre Kennzahlen sind zu gut.</translation>
        </message>
        <message>
            <source>The answers of {reader} are what is taken as true: these figures are too good.</source>
            <translation>Die Antworten von {reader} gelten als wahr: Diese Kennzahlen sind zu gut.</translation>
        </message>
        <message>
            <source>Some patients have several studies; the intervals keep the studies of a patient together.</source>
            <translation>Einige Patienten haben mehrere Untersuchungen; die Intervalle halten die Untersuchungen eines Patienten zusammen.</translation>
        </message>
        <message>
            <source>Fewer than {count} abnormal or normal studies: the figures are hardly ones.</source>
            <translation>Weniger als {count} auffällige oder normale Untersuchungen: Die Kennzahlen sagen kaum etwas.</translation>
        </message>
    </context>
    <context>
        <name>Picture</name>
        <message>
            <source>Auto</source>
            <translation>Auto</translation>
        </message>
        <message>
            <source>Full range</source>
            <translation>Voller Bereich</translation>
        </message>
        <message>
            <source>Window {number} of the file</source>
            <translation>Fensterung {number} der Datei</translation>
        </message>
        <message>
            <source>Table {number} of the file</source>
            <translation>Tabelle {number} der Datei</translation>
        </message>
    </context>
    <context>
        <name>PlaceDesk</name>
        <message>
            <source>Where you are, and answers not given yet, would be lost in a crash.</source>
            <translation>Bei einem Absturz gingen Ihre Position in der Liste und nicht gespeicherte Antworten verloren.</translation>
        </message>
    </context>
    <context>
        <name>PointsCharts</name>
        <message>
            <source>Probability taken as threshold</source>
            <translation>Wahrscheinlichkeit als Schwellenwert</translation>
        </message>
        <message>
            <source>True and false negatives</source>
            <translation>Richtig und falsch Negative</translation>
        </message>
        <message>
            <source>Share below the threshold, %</source>
            <translation>Anteil unter dem Schwellenwert, %</translation>
        </message>
        <message>
            <source>normal (true negatives)</source>
            <translation>unauffällig (richtig negativ)</translation>
        </message>
        <message>
            <source>abnormal (false negatives)</source>
            <translation>auffällig (falsch negativ)</translation>
        </message>
        <message>
            <source>The higher the threshold, the more normal and abnormal studies wait.</source>
            <translation>Je höher der Schwellenwert, desto mehr unauffällige und auffällige Untersuchungen warten.</translation>
        </message>
        <message>
            <source>Probabilities by truth</source>
            <translation>Wahrscheinlichkeiten nach Referenzstandard</translation>
        </message>
        <message>
            <source>Studies</source>
            <translation>Untersuchungen</translation>
        </message>
        <message>
            <source>truly normal</source>
            <translation>tatsächlich unauffällig</translation>
        </message>
        <message>
            <source>truly abnormal</source>
            <translation>tatsächlich auffällig</translation>
        </message>
        <message>
            <source>Studies: {normal} normal and {abnormal} abnormal.</source>
            <translation>Untersuchungen: {normal} unauffällig und {abnormal} auffällig.</translation>
        </message>
    </context>
    <context>
        <name>PointsPage</name>
        <message>
            <source>Operating points</source>
            <translation>Arbeitspunkte</translation>
        </message>
        <message>
            <source>Threshold of</source>
            <translation>Schwellenwert für</translation>
        </message>
        <message>
            <source>Lower bound at least</source>
            <translation>Untere Grenze mindestens</translation>
        </message>
        <message>
            <source>Find by bound</source>
            <translation>Nach Grenze suchen</translation>
        </message>
        <message>
            <source>Save as a new version …</source>
            <translation>Als neue Fassung speichern …</translation>
        </message>
        <message>
            <source>Return to the card's …</source>
            <translation>Zurück zur Modellkarte …</translation>
        </message>
        <message>
            <source>Versions of the operating points</source>
            <translation>Fassungen der Arbeitspunkte</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Übernommen</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Studies</source>
            <translation>Untersuchungen</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Begründung</translation>
        </message>
        <message>
            <source>No version was kept at this site; the card's points hold.</source>
            <translation>An diesem Standort wurde keine Fassung übernommen; es gelten die Arbeitspunkte der Modellkarte.</translation>
        </message>
        <message>
            <source>The threshold for {point} becomes {threshold}. Bands at the reading desk follow.</source>
            <translation>Der Schwellenwert für {point} wird {threshold}. Die Einstufungen am Befundplatz folgen.</translation>
        </message>
        <message>
            <source>Save as a new version</source>
            <translation>Als neue Fassung speichern</translation>
        </message>
        <message>
            <source>The card's own calibration and operating points hold again.</source>
            <translation>Es gelten wieder Kalibrierung und Arbeitspunkte der Modellkarte.</translation>
        </message>
        <message>
            <source>Return to the card's operating points</source>
            <translation>Zurück zu den Arbeitspunkten der Modellkarte</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Fassungen</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Schwellenwert</translation>
        </message>
        <message>
            <source>Threshold as a number</source>
            <translation>Schwellenwert als Zahl</translation>
        </message>
        <message>
            <source>back to the card's</source>
            <translation>zurück zur Modellkarte</translation>
        </message>
        <message>
            <source>changed by hand</source>
            <translation>von Hand geändert</translation>
        </message>
        <message>
            <source>site calibration</source>
            <translation>Standortkalibrierung</translation>
        </message>
        <message>
            <source>The points that hold were found on studies of this site: on others they may give less.</source>
            <translation>Die geltenden Arbeitspunkte wurden an Untersuchungen dieses Standorts bestimmt: An anderen leisten sie möglicherweise weniger.</translation>
        </message>
    </context>
    <context>
        <name>PointsSentences</name>
        <message>
            <source>rule-out</source>
            <translation>Ausschluss</translation>
        </message>
        <message>
            <source>yes or no</source>
            <translation>Ja oder Nein</translation>
        </message>
        <message>
            <source>rule-in</source>
            <translation>Nachweis</translation>
        </message>
        <message>
            <source>Of {count} more it is not known what is true; they are left out.</source>
            <translation>Bei {count} weiteren ist der Referenzstandard nicht bekannt; sie bleiben außer Betracht.</translation>
        </message>
        <message>
            <source>Studies judged by the model: {studies}, {abnormal} of them truly abnormal.</source>
            <translation>Vom Modell beurteilte Untersuchungen: {studies}, davon {abnormal} tatsächlich auffällig.</translation>
        </message>
        <message>
            <source>At {threshold}, {first} of {all} would be read first and {wait} would wait.</source>
            <translation>Bei {threshold} würden {first} von {all} zuerst befundet und {wait} warten.</translation>
        </message>
        <message>
            <source>Among those that would wait: {missed} abnormal, {share} (with 95 % confidence at most {most}); that is {part} of all that are abnormal ({abnormal}).</source>
            <translation>Unter denen, die warten würden: {missed} auffällig, {share} (mit 95 % Sicherheit höchstens {most}); das sind {part} aller auffälligen ({abnormal}).</translation>
        </message>
        <message>
            <source>Sensitivity {sensitivity}, specificity {specificity} on these studies.</source>
            <translation>Sensitivität {sensitivity}, Spezifität {specificity} an diesen Untersuchungen.</translation>
        </message>
        <message>
            <source>No threshold has a sensitivity of at least {target} by its bound.</source>
            <translation>Bei keinem Schwellenwert beträgt die untere Grenze der Sensitivität mindestens {target}.</translation>
        </message>
        <message>
            <source>No threshold has a specificity of at least {target} by its bound.</source>
            <translation>Bei keinem Schwellenwert beträgt die untere Grenze der Spezifität mindestens {target}.</translation>
        </message>
        <message>
            <source>{threshold} is the highest threshold with a sensitivity of at least {target} by its bound.</source>
            <translation>{threshold} ist der höchste Schwellenwert, bei dem die untere Grenze der Sensitivität mindestens {target} beträgt.</translation>
        </message>
        <message>
            <source>{threshold} is the lowest threshold with a specificity of at least {target} by its bound.</source>
            <translation>{threshold} ist der niedrigste Schwellenwert, bei dem die untere Grenze der Spezifität mindestens {target} beträgt.</translation>
        </message>
    </context>
    <context>
        <name>PointsWords</name>
        <message>
            <source>Operating points of the model's card.</source>
            <translation>Arbeitspunkte der Modellkarte.</translation>
        </message>
        <message>
            <source>Operating points of the card again, {date}, by {author}: {reason}</source>
            <translation>Wieder die Arbeitspunkte der Modellkarte, {date}, durch {author}: {reason}</translation>
        </message>
        <message>
            <source>Operating points changed {date} by {author}: {reason}</source>
            <translation>Arbeitspunkte geändert am {date} von {author}: {reason}</translation>
        </message>
        <message>
            <source>Operating points of this site, {date}, by {author}: {reason}</source>
            <translation>Arbeitspunkte dieses Standorts, {date}, durch {author}: {reason}</translation>
        </message>
        <message>
            <source>Operating point not checked at this site.</source>
            <translation>Arbeitspunkt an diesem Standort nicht geprüft.</translation>
        </message>
    </context>
    <context>
        <name>PriorWords</name>
        <message>
            <source>1 year earlier</source>
            <translation>1 Jahr früher</translation>
        </message>
        <message>
            <source>{number} years earlier</source>
            <translation>{number} Jahre früher</translation>
        </message>
        <message>
            <source>1 month earlier</source>
            <translation>1 Monat früher</translation>
        </message>
        <message>
            <source>{number} months earlier</source>
            <translation>{number} Monate früher</translation>
        </message>
        <message>
            <source>1 week earlier</source>
            <translation>1 Woche früher</translation>
        </message>
        <message>
            <source>{number} weeks earlier</source>
            <translation>{number} Wochen früher</translation>
        </message>
        <message>
            <source>1 day earlier</source>
            <translation>1 Tag früher</translation>
        </message>
        <message>
            <source>{number} days earlier</source>
            <translation>{number} Tage früher</translation>
        </message>
        <message>
            <source>Prior without a date</source>
            <translation>Voraufnahme ohne Datum</translation>
        </message>
        <message>
            <source>Prior {date} ({since})</source>
            <translation>Voraufnahme {date} ({since})</translation>
        </message>
        <message>
            <source>PRIOR</source>
            <translation>VORHER</translation>
        </message>
        <message>
            <source>PRIOR ({since})</source>
            <translation>VORHER ({since})</translation>
        </message>
        <message>
            <source>PRIOR {date} ({since})</source>
            <translation>VORHER {date} ({since})</translation>
        </message>
        <message>
            <source>CURRENT</source>
            <translation>AKTUELL</translation>
        </message>
        <message>
            <source>CURRENT {date}</source>
            <translation>AKTUELL {date}</translation>
        </message>
    </context>
    <context>
        <name>ProbabilityLine</name>
        <message>
            <source>Probability</source>
            <translation>Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>rule-out {threshold}</source>
            <translation>Ausschluss {threshold}</translation>
        </message>
        <message>
            <source>rule-in {threshold}</source>
            <translation>Nachweis {threshold}</translation>
        </message>
        <message>
            <source>Probability {probability}</source>
            <translation>Wahrscheinlichkeit {probability}</translation>
        </message>
        <message>
            <source>Probability {probability}, rule-out below {low}, rule-in from {high}</source>
            <translation>Wahrscheinlichkeit {probability}, Ausschluss unter {low}, Nachweis ab {high}</translation>
        </message>
    </context>
    <context>
        <name>ProblemList</name>
        <message>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Leave out …</source>
            <translation>Auslassen …</translation>
        </message>
    </context>
    <context>
        <name>PromoteDialog</name>
        <message>
            <source>Put in use</source>
            <translation>In Gebrauch nehmen</translation>
        </message>
        <message>
            <source>Why it is to be put in use all the same</source>
            <translation>Warum es trotzdem in Gebrauch genommen werden soll</translation>
        </message>
    </context>
    <context>
        <name>QuestionBar</name>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Taken as true</source>
            <translation>Als wahr gilt</translation>
        </message>
        <message>
            <source>Readers' answer to</source>
            <translation>Antwort der Befunder auf</translation>
        </message>
        <message>
            <source>Studies</source>
            <translation>Untersuchungen</translation>
        </message>
        <message>
            <source>Read the log again</source>
            <translation>Neu lesen</translation>
        </message>
        <message>
            <source>the whole study</source>
            <translation>ganze Untersuchung</translation>
        </message>
        <message>
            <source>all in the log</source>
            <translation>alle im Protokoll</translation>
        </message>
        <message>
            <source>the open folder</source>
            <translation>offener Ordner</translation>
        </message>
        <message>
            <source>all reference labels</source>
            <translation>alle Referenzangaben</translation>
        </message>
        <message>
            <source>reference: {source}</source>
            <translation>Referenz: {source}</translation>
        </message>
        <message>
            <source>majority of readers</source>
            <translation>Mehrheit der Befunder</translation>
        </message>
        <message>
            <source>agreed by two readers</source>
            <translation>zwei Befunder einig</translation>
        </message>
        <message>
            <source>unanimous readers</source>
            <translation>alle Befunder einig</translation>
        </message>
        <message>
            <source>reader: {reader}</source>
            <translation>Befunder: {reader}</translation>
        </message>
    </context>
    <context>
        <name>ReadPage</name>
        <message>
            <source>All studies in this list are read</source>
            <translation>Alle Untersuchungen dieser Liste sind gelesen</translation>
        </message>
    </context>
    <context>
        <name>ReadingChoices</name>
        <message>
            <source>Hide the model's answer until my first verdict</source>
            <translation>Antwort des Modells bis zu meiner ersten Beurteilung verdecken</translation>
        </message>
        <message>
            <source>The list stands in order of arrival meanwhile. Once the answer is shown, a second verdict is asked for</source>
            <translation>Die Liste steht solange in der Reihenfolge des Eingangs. Sobald die Antwort zu sehen ist, wird eine zweite Beurteilung erbeten</translation>
        </message>
        <message>
            <source>Two readers for every study</source>
            <translation>Zwei Befunder für jede Untersuchung</translation>
        </message>
        <message>
            <source>A study is read when two have read it and agree</source>
            <translation>Eine Untersuchung ist gelesen, wenn zwei sie gelesen haben und übereinstimmen</translation>
        </message>
        <message>
            <source>Go on to the next study after a verdict</source>
            <translation>Nach einer Beurteilung zur nächsten Untersuchung</translation>
        </message>
        <message>
            <source>Otherwise N goes on</source>
            <translation>Sonst geht es mit N weiter</translation>
        </message>
        <message>
            <source>An administrator has set this for everyone</source>
            <translation>Ein Administrator hat dies für alle festgelegt</translation>
        </message>
        <message>
            <source>The choice holds until the program ends. {reason}</source>
            <translation>Die Wahl gilt bis zum Ende des Programms. {reason}</translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message>
            <source>Reason, as others shall read it</source>
            <translation>Grund, wie andere ihn lesen sollen</translation>
        </message>
        <message>
            <source>It is written into a log in which nothing is changed or removed.</source>
            <translation>Er wird in ein Protokoll geschrieben, in dem nichts geändert oder entfernt wird.</translation>
        </message>
    </context>
    <context>
        <name>RecipeView</name>
        <message>
            <source>(as it is)</source>
            <translation>(wie es ist)</translation>
        </message>
        <message>
            <source>{name}, from {low} to {high}</source>
            <translation>{name}, von {low} bis {high}</translation>
        </message>
    </context>
    <context>
        <name>ReferenceDialog</name>
        <message>
            <source>A CSV table with a line for each study: one column names it (study id, accession number or file name), one says what is true (yes or no, 1 or 0, abnormal or normal, a grade). Nothing is written before you import it.</source>
            <translation>Eine CSV-Tabelle mit einer Zeile je Untersuchung: Eine Spalte nennt sie (Kennung, Auftragsnummer oder Dateiname), eine sagt, was wahr ist (ja oder nein, 1 oder 0, auffällig oder normal, ein Grad). Nichts wird geschrieben, bevor Sie einlesen.</translation>
        </message>
        <message>
            <source>Import a reference table</source>
            <translation>Referenztabelle einlesen</translation>
        </message>
        <message>
            <source>Choose a table …</source>
            <translation>Tabelle wählen …</translation>
        </message>
        <message>
            <source>Column of the study</source>
            <translation>Spalte der Untersuchung</translation>
        </message>
        <message>
            <source>Column of what is true</source>
            <translation>Spalte der Wahrheit</translation>
        </message>
        <message>
            <source>It speaks about</source>
            <translation>Sie spricht über</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Einlesen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Choose a table</source>
            <translation>Tabelle wählen</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt)</source>
            <translation>Tabellen (*.csv *.tsv *.txt)</translation>
        </message>
        <message>
            <source>the whole study</source>
            <translation>die ganze Untersuchung</translation>
        </message>
        <message>
            <source>Name of the source</source>
            <translation>Name der Quelle</translation>
        </message>
        <message>
            <source>Studies to be written: {count}, {abnormal} with 1 or more, {normal} with 0.</source>
            <translation>Zu schreibende Untersuchungen: {count}, {abnormal} mit 1 oder mehr, {normal} mit 0.</translation>
        </message>
        <message>
            <source>Of {count} of them this source said something else before; both stay in the log.</source>
            <translation>Von {count} davon sagte diese Quelle früher etwas anderes; beides bleibt im Protokoll.</translation>
        </message>
        <message>
            <source>One line left out: {why} (line {lines}).</source>
            <translation>Eine Zeile weggelassen: {why} (Zeile {lines}).</translation>
        </message>
        <message>
            <source>{count} lines left out: {why} (lines {lines}).</source>
            <translation>{count} Zeilen weggelassen: {why} (Zeilen {lines}).</translation>
        </message>
    </context>
    <context>
        <name>Refusal</name>
        <message>
            <source>xraydesk does not start.</source>
            <translation>xraydesk startet nicht.</translation>
        </message>
    </context>
    <context>
        <name>RemoveDialog</name>
        <message>
            <source>Remove the run</source>
            <translation>Lauf entfernen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
    </context>
    <context>
        <name>ResearchPage</name>
        <message>
            <source>There is no log to look at: no model is loaded.</source>
            <translation>Kein Protokoll vorhanden: Es ist kein Modell geladen.</translation>
        </message>
        <message>
            <source>Reading the log …</source>
            <translation>Protokoll wird gelesen …</translation>
        </message>
        <message>
            <source>The log is empty. Open a folder at the reading desk and give verdicts: agreement, recall and the misclassified are shown here.</source>
            <translation>Das Protokoll ist leer. Öffnen Sie am Befundplatz einen Ordner und geben Sie Beurteilungen ab: Übereinstimmung, Trefferquote und Fehlklassifiziertes erscheinen hier.</translation>
        </message>
        <message>
            <source>Studies: {studies}, readers: {readers}, verdicts: {verdicts}; what is true is known of {known}.</source>
            <translation>Untersuchungen: {studies}, Befunder: {readers}, Urteile: {verdicts}; was stimmt, ist von {known} bekannt.</translation>
        </message>
    </context>
    <context>
        <name>ResearchPages</name>
        <message>
            <source>Overview</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>Übereinstimmung</translation>
        </message>
        <message>
            <source>Performance</source>
            <translation>Güte</translation>
        </message>
        <message>
            <source>Misclassified</source>
            <translation>Fehlklassifiziert</translation>
        </message>
        <message>
            <source>Map of the images</source>
            <translation>Karte der Aufnahmen</translation>
        </message>
        <message>
            <source>Operating points</source>
            <translation>Arbeitspunkte</translation>
        </message>
        <message>
            <source>Check at this site</source>
            <translation>Prüfung am Standort</translation>
        </message>
        <message>
            <source>Week by week</source>
            <translation>Woche für Woche</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
    </context>
    <context>
        <name>Roles</name>
        <message>
            <source>Reader</source>
            <translation>Befunder</translation>
        </message>
        <message>
            <source>Researcher</source>
            <translation>Forscher</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>Reads and gives verdicts.</source>
            <translation>Befundet und gibt Urteile ab.</translation>
        </message>
        <message>
            <source>Reads, sees the log of all readers and enters what is true (Research).</source>
            <translation>Befundet, sieht das Protokoll aller Befunder und trägt den Referenzstandard ein (Forschung).</translation>
        </message>
        <message>
            <source>All that a researcher may; trains models, puts them in use, looks after accounts (Train, Site).</source>
            <translation>Darf alles, was ein Forscher darf; trainiert Modelle, nimmt sie in Gebrauch und betreut die Konten (Training, Standort).</translation>
        </message>
        <message>
            <source>This room needs the role of researcher. Ask an administrator.</source>
            <translation>Dieser Bereich verlangt die Rolle Forscher. Fragen Sie einen Administrator.</translation>
        </message>
        <message>
            <source>This room needs the role of administrator. Ask an administrator.</source>
            <translation>Dieser Bereich verlangt die Rolle Administrator. Fragen Sie einen Administrator.</translation>
        </message>
    </context>
    <context>
        <name>Rooms</name>
        <message>
            <source>Read</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <source>Worklist and films (F2)</source>
            <translation>Arbeitsliste und Aufnahmen (F2)</translation>
        </message>
        <message>
            <source>Research</source>
            <translation>Forschung</translation>
        </message>
        <message>
            <source>Agreement, recall, the misclassified (F3)</source>
            <translation>Übereinstimmung, Trefferquote, Fehlklassifiziertes (F3)</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Train a model on the site's own cases (F4)</source>
            <translation>Ein Modell mit eigenen Fällen trainieren (F4)</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Standort</translation>
        </message>
        <message>
            <source>Models in use, people, the audit log (F9)</source>
            <translation>Modelle im Einsatz, Personen, Prüfprotokoll (F9)</translation>
        </message>
    </context>
    <context>
        <name>RunCharts</name>
        <message>
            <source>epochs</source>
            <translation>Epochen</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>AUROC on validation films</source>
            <translation>AUROC auf Validierungsaufnahmen</translation>
        </message>
        <message>
            <source>No step is done yet.</source>
            <translation>Noch ist kein Schritt getan.</translation>
        </message>
        <message>
            <source>training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <source>The latest training loss is {loss}.</source>
            <translation>Der letzte Trainingsverlust ist {loss}.</translation>
        </message>
        <message>
            <source>No epoch is over yet.</source>
            <translation>Noch ist keine Epoche vorüber.</translation>
        </message>
        <message>
            <source>AUROC after the latest epoch: {figures}.</source>
            <translation>AUROC nach der letzten Epoche: {figures}.</translation>
        </message>
    </context>
    <context>
        <name>RunForm</name>
        <message>
            <source>A new training run</source>
            <translation>Ein neuer Trainingslauf</translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation>Rezept</translation>
        </message>
        <message>
            <source>Choose a folder …</source>
            <translation>Ordner wählen …</translation>
        </message>
        <message>
            <source>Films to learn from</source>
            <translation>Aufnahmen zum Lernen</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>Add a folder of them …</source>
            <translation>Einen Ordner davon hinzufügen …</translation>
        </message>
        <message>
            <source>Films of other kinds, to be refused</source>
            <translation>Andersartige Aufnahmen, die abzulehnen sind</translation>
        </message>
        <message>
            <source>Weights from a file …</source>
            <translation>Gewichte aus einer Datei …</translation>
        </message>
        <message>
            <source>Start from</source>
            <translation>Beginnen mit</translation>
        </message>
        <message>
            <source>Compute on</source>
            <translation>Rechnen auf</translation>
        </message>
        <message>
            <source>Go on when the window closes</source>
            <translation>Weiterlaufen, wenn das Fenster geschlossen wird</translation>
        </message>
        <message>
            <source>Start training</source>
            <translation>Training beginnen</translation>
        </message>
        <message>
            <source>Folder of labelled films</source>
            <translation>Ordner mit gelabelten Aufnahmen</translation>
        </message>
        <message>
            <source>Folder with films of other kinds</source>
            <translation>Ordner mit andersartigen Aufnahmen</translation>
        </message>
        <message>
            <source>Weights to start from</source>
            <translation>Anfangsgewichte</translation>
        </message>
        <message>
            <source>Weights (*.safetensors)</source>
            <translation>Gewichte (*.safetensors)</translation>
        </message>
        <message>
            <source>Choose the films to learn from.</source>
            <translation>Wählen Sie die Aufnahmen zum Lernen.</translation>
        </message>
        <message>
            <source>the fastest there is</source>
            <translation>das Schnellste, was da ist</translation>
        </message>
        <message>
            <source>Time limit</source>
            <translation>Zeitgrenze</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>Then the epochs end, and the model is made of what was learnt.</source>
            <translation>Dann enden die Epochen, und das Modell entsteht aus dem Gelernten.</translation>
        </message>
        <message>
            <source>Else the run pauses at a checkpoint when the window closes.</source>
            <translation>Sonst hält der Lauf an einem Sicherungspunkt an, wenn das Fenster geschlossen wird.</translation>
        </message>
        <message>
            <source>All values of the recipe</source>
            <translation>Alle Werte des Rezepts</translation>
        </message>
    </context>
    <context>
        <name>RunMatrix</name>
        <message>
            <source>Confusion matrix of the validation films</source>
            <translation>Konfusionsmatrix der Validierungsaufnahmen</translation>
        </message>
        <message>
            <source>called abnormal</source>
            <translation>auffällig genannt</translation>
        </message>
        <message>
            <source>not called so</source>
            <translation>nicht so genannt</translation>
        </message>
        <message>
            <source>with the finding</source>
            <translation>mit Befund</translation>
        </message>
        <message>
            <source>without</source>
            <translation>ohne</translation>
        </message>
    </context>
    <context>
        <name>RunView</name>
        <message>
            <source>Training run</source>
            <translation>Trainingslauf</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Stop at once</source>
            <translation>Sofort beenden</translation>
        </message>
        <message>
            <source>Compare with the model in use</source>
            <translation>Mit dem verwendeten Modell vergleichen</translation>
        </message>
        <message>
            <source>Remove …</source>
            <translation>Entfernen …</translation>
        </message>
        <message>
            <source>Stop at a checkpoint and give the memory back</source>
            <translation>An einem Sicherungspunkt anhalten und den Speicher freigeben</translation>
        </message>
        <message>
            <source>Go on with the next step, on the same films</source>
            <translation>Mit dem nächsten Schritt weitergehen, auf denselben Aufnahmen</translation>
        </message>
        <message>
            <source>What came after the last checkpoint is lost</source>
            <translation>Was nach dem letzten Sicherungspunkt kam, geht verloren</translation>
        </message>
        <message>
            <source>On the same held-out studies</source>
            <translation>Auf denselben zurückgehaltenen Untersuchungen</translation>
        </message>
        <message>
            <source>Delete the folder of this run</source>
            <translation>Den Ordner dieses Laufs löschen</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>At</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Films a second</source>
            <translation>Aufnahmen je Sekunde</translation>
        </message>
        <message>
            <source>Time left, at most</source>
            <translation>Restzeit, höchstens</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Speicher</translation>
        </message>
        <message>
            <source>Films</source>
            <translation>Aufnahmen</translation>
        </message>
        <message>
            <source>The first batch as the network sees it: + with the finding, - without, x of another kind.</source>
            <translation>Die ersten Aufnahmen, wie das Netz sie sieht: + mit Befund, - ohne, x von anderer Art.</translation>
        </message>
        <message>
            <source>Validation films after the latest epoch, at a probability of one half</source>
            <translation>Validierungsaufnahmen nach der letzten Epoche, bei einer Wahrscheinlichkeit von einhalb</translation>
        </message>
    </context>
    <context>
        <name>RunWords</name>
        <message>
            <source>running</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <source>crashed</source>
            <translation>abgestürzt</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>gescheitert</translation>
        </message>
        <message>
            <source>How it learns</source>
            <translation>Wie es lernt</translation>
        </message>
        <message>
            <source>What it is shown</source>
            <translation>Was ihm gezeigt wird</translation>
        </message>
        <message>
            <source>How films are varied</source>
            <translation>Wie Aufnahmen verändert werden</translation>
        </message>
        <message>
            <source>How it is validated</source>
            <translation>Wie es validiert wird</translation>
        </message>
        <message>
            <source>What is wanted of its thresholds</source>
            <translation>Was von seinen Schwellenwerten verlangt wird</translation>
        </message>
        <message>
            <source>What its card says</source>
            <translation>Was auf seiner Karte steht</translation>
        </message>
        <message>
            <source>{model}, in use</source>
            <translation>{model}, in Gebrauch</translation>
        </message>
        <message>
            <source>{model}</source>
            <translation>{model}</translation>
        </message>
        <message>
            <source>ImageNet weights, which are downloaded</source>
            <translation>ImageNet-Gewichte, die geladen werden</translation>
        </message>
        <message>
            <source>From scratch</source>
            <translation>Von vorn</translation>
        </message>
        <message>
            <source>as they are</source>
            <translation>wie sie sind</translation>
        </message>
        <message>
            <source>blurred</source>
            <translation>unscharf</translation>
        </message>
        <message>
            <source>with noise</source>
            <translation>mit Rauschen</translation>
        </message>
        <message>
            <source>of less contrast</source>
            <translation>mit weniger Kontrast</translation>
        </message>
        <message>
            <source>cropped</source>
            <translation>beschnitten</translation>
        </message>
        <message>
            <source>as of another site</source>
            <translation>wie aus einem anderen Haus</translation>
        </message>
        <message>
            <source>It trains the head alone.</source>
            <translation>Er trainiert nur den Kopf.</translation>
        </message>
        <message>
            <source>It computes what the head reads of each film.</source>
            <translation>Er berechnet, was der Kopf von jeder Aufnahme liest.</translation>
        </message>
        <message>
            <source>The epochs are over: it checks the model under stress and makes its card.</source>
            <translation>Die Epochen sind vorüber: Er prüft das Modell unter Belastung und schreibt seine Karte.</translation>
        </message>
        <message>
            <source>pausing …</source>
            <translation>wird angehalten …</translation>
        </message>
        <message>
            <source>It stops at a checkpoint as soon as its present step is done.</source>
            <translation>Er hält an einem Sicherungspunkt an, sobald sein jetziger Schritt getan ist.</translation>
        </message>
        <message>
            <source>It starts and reads the films.</source>
            <translation>Er beginnt und liest die Aufnahmen.</translation>
        </message>
        <message>
            <source>The model {model} came out.</source>
            <translation>Das Modell {model} ist entstanden.</translation>
        </message>
        <message>
            <source>It is installed as {model} and in use.</source>
            <translation>Es ist als {model} installiert und in Gebrauch.</translation>
        </message>
        <message>
            <source>It is installed as {model} and not in use.</source>
            <translation>Es ist als {model} installiert und nicht in Gebrauch.</translation>
        </message>
        <message>
            <source>It is not installed: it is not in use before it is compared and promoted.</source>
            <translation>Es ist nicht installiert: Es ist nicht in Gebrauch, bevor es verglichen und freigegeben ist.</translation>
        </message>
        <message>
            <source>The folder of the run {name} is deleted. Its checkpoint, curves and log are lost, and the record of the films it learnt from and kept aside.</source>
            <translation>Der Ordner des Laufs {name} wird gelöscht. Verloren gehen sein Sicherungspunkt, seine Kurven und sein Protokoll sowie die Aufzeichnung, aus welchen Aufnahmen er gelernt und welche er zurückgehalten hat.</translation>
        </message>
        <message>
            <source>The model {model} that is installed from it stays.</source>
            <translation>Das daraus installierte Modell {model} bleibt erhalten.</translation>
        </message>
        <message>
            <source>The model {model} is not installed: it is lost, too.</source>
            <translation>Das Modell {model} ist nicht installiert: Auch es geht verloren.</translation>
        </message>
        <message>
            <source>It cannot go on afterwards.</source>
            <translation>Danach kann er nicht fortgesetzt werden.</translation>
        </message>
        <message>
            <source>epoch {epoch} of {epochs}, step {step} of {steps}</source>
            <translation>Epoche {epoch} von {epochs}, Schritt {step} von {steps}</translation>
        </message>
        <message>
            <source>{train} to learn ({sick} with the finding), {validation} to validate ({found})</source>
            <translation>{train} zum Lernen ({sick} mit Befund), {validation} zum Validieren ({found})</translation>
        </message>
        <message>
            <source>Of the validation films with the finding {hit} were called so and {missed} were missed; of those without {right} were called so and {false} were not.</source>
            <translation>Von den Validierungsaufnahmen mit Befund wurden {hit} so genannt und {missed} übersehen; von denen ohne wurden {right} so genannt und {false} nicht.</translation>
        </message>
    </context>
    <context>
        <name>SampleBar</name>
        <message>
            <source>Go on in the next folder</source>
            <translation>Im nächsten Ordner fortfahren</translation>
        </message>
        <message>
            <source>Site sample: {read} of {drawn} read</source>
            <translation>Stichprobe des Standorts: {read} von {drawn} befundet</translation>
        </message>
        <message>
            <source>The list shows the site's sample</source>
            <translation>Die Liste zeigt die Stichprobe des Standorts</translation>
        </message>
        <message>
            <source>Leave the sample</source>
            <translation>Stichprobe verlassen</translation>
        </message>
        <message>
            <source>Leave the sample and go back to the list</source>
            <translation>Die Stichprobe verlassen und zur Liste zurückkehren</translation>
        </message>
        <message>
            <source>What is left of the sample</source>
            <translation>Was von der Stichprobe noch aussteht</translation>
        </message>
        <message>
            <source>The sample is read. The research page “Check at this site” says what it shows.</source>
            <translation>Die Stichprobe ist befundet. Die Forschungsseite „Prüfung am Standort“ sagt, was sie zeigt.</translation>
        </message>
        <message>
            <source>{here} to read.</source>
            <translation>{here} zu befunden.</translation>
        </message>
        <message>
            <source>This folder is read; {elsewhere} more to read in other folders.</source>
            <translation>Dieser Ordner ist befundet; {elsewhere} weitere sind in anderen Ordnern zu befunden.</translation>
        </message>
        <message>
            <source>{here} to read here; {elsewhere} more in other folders.</source>
            <translation>{here} hier zu befunden; {elsewhere} weitere in anderen Ordnern.</translation>
        </message>
    </context>
    <context>
        <name>SampleDesk</name>
        <message>
            <source>The model's answer stays in sight: these readings are not blind, and what is kept of the check says so.</source>
            <translation>Die Antwort des Modells bleibt sichtbar: Diese Befundungen sind nicht verblindet, und das wird mit der Prüfung festgehalten.</translation>
        </message>
    </context>
    <context>
        <name>SaveDialog</name>
        <message>
            <source>The search text is kept with the filter, in the settings file on this computer. If it is a patient's name or number, that name or number is kept.</source>
            <translation>Der Suchtext wird mit dem Filter in der Einstellungsdatei auf diesem Rechner gespeichert. Ist er Name oder Nummer eines Patienten, wird dieser Name oder diese Nummer gespeichert.</translation>
        </message>
        <message>
            <source>Save the filter</source>
            <translation>Filter speichern</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>“{name}” is there already. It will be replaced.</source>
            <translation>„{name}“ gibt es schon und wird ersetzt.</translation>
        </message>
        <message>
            <source>Name of the filter</source>
            <translation>Name des Filters</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>SettingsForm</name>
        <message>
            <source>Model at start</source>
            <translation>Modell beim Start</translation>
        </message>
        <message>
            <source>Where it computes</source>
            <translation>Worauf gerechnet wird</translation>
        </message>
        <message>
            <source>Language of the window</source>
            <translation>Sprache des Fensters</translation>
        </message>
        <message>
            <source>Colours of the window</source>
            <translation>Farben des Fensters</translation>
        </message>
        <message>
            <source>Who the patients are, at start</source>
            <translation>Identität der Patienten beim Start</translation>
        </message>
        <message>
            <source>Reader's name where nobody signs in</source>
            <translation>Name des Befunders, wenn sich niemand anmeldet</translation>
        </message>
        <message>
            <source>How studies are read</source>
            <translation>Wie befundet wird</translation>
        </message>
        <message>
            <source>Lock the window when nobody touches it</source>
            <translation>Fenster sperren, wenn es niemand bedient</translation>
        </message>
        <message>
            <source>Loss of sensitivity that a new version may have</source>
            <translation>Verlust an Sensitivität, den eine neue Version haben darf</translation>
        </message>
        <message>
            <source>The fastest there is</source>
            <translation>Das Schnellste, was es gibt</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Prozessor</translation>
        </message>
        <message>
            <source>Graphics card (CUDA)</source>
            <translation>Grafikkarte (CUDA)</translation>
        </message>
        <message>
            <source>Graphics of an Apple computer (MPS)</source>
            <translation>Grafik eines Apple-Rechners (MPS)</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Shown</source>
            <translation>Sichtbar</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Verborgen</translation>
        </message>
        <message>
            <source>As it was left</source>
            <translation>Wie zuletzt</translation>
        </message>
        <message>
            <source>Automatic: each film to the model for it</source>
            <translation>Automatisch: jede Aufnahme an das Modell dafür</translation>
        </message>
        <message>
            <source>the login name</source>
            <translation>der Anmeldename</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <source> minutes</source>
            <translation> Minuten</translation>
        </message>
        <message>
            <source>A version that may have lost more is put in use only with a reason</source>
            <translation>Eine Version, die mehr verloren haben kann, wird nur mit einer Begründung in Gebrauch genommen</translation>
        </message>
        <message>
            <source>Administrators only</source>
            <translation>Nur Administratoren</translation>
        </message>
        <message>
            <source>{setting}: only administrators</source>
            <translation>{setting}: nur Administratoren</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings of the site</source>
            <translation>Einstellungen des Standorts</translation>
        </message>
        <message>
            <source>They hold for everyone at this desk. What is changed stands in the audit log.</source>
            <translation>Sie gelten für alle an diesem Arbeitsplatz. Was geändert wird, steht im Prüfprotokoll.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>Wie vorher</translation>
        </message>
        <message>
            <source>Some of it holds from the next start on.</source>
            <translation>Einiges davon gilt ab dem nächsten Start.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Gespeichert.</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>Working …</source>
            <translation>Wird berechnet …</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>Sign in to read.</source>
            <translation>Melden Sie sich an, um zu befunden.</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Locked. {name} is signed in.</source>
            <translation>Gesperrt. {name} ist angemeldet.</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Entsperren</translation>
        </message>
        <message>
            <source>You can try again now.</source>
            <translation>Sie können es jetzt wieder versuchen.</translation>
        </message>
        <message>
            <source>Try again in 1 second.</source>
            <translation>Versuchen Sie es in 1 Sekunde wieder.</translation>
        </message>
        <message>
            <source>Try again in {seconds} seconds.</source>
            <translation>Versuchen Sie es in {seconds} Sekunden wieder.</translation>
        </message>
        <message>
            <source>Checking …</source>
            <translation>Wird geprüft …</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>Sign in as someone else</source>
            <translation>Als jemand anderes anmelden</translation>
        </message>
        <message>
            <source>Research use. Not a diagnosis.</source>
            <translation>Nur für die Forschung. Keine Diagnose.</translation>
        </message>
    </context>
    <context>
        <name>SitePage</name>
        <message>
            <source>Check at this site</source>
            <translation>Prüfung am Standort</translation>
        </message>
        <message>
            <source>Draw at random</source>
            <translation>Zufällig ziehen</translation>
        </message>
        <message>
            <source>Read the sample</source>
            <translation>Die Stichprobe befunden</translation>
        </message>
        <message>
            <source>Copy the list</source>
            <translation>Liste kopieren</translation>
        </message>
        <message>
            <source>Keep as this site's version …</source>
            <translation>Als Fassung dieses Standorts übernehmen …</translation>
        </message>
        <message>
            <source>The card's points at this site</source>
            <translation>Die Arbeitspunkte der Modellkarte an diesem Standort</translation>
        </message>
        <message>
            <source>Points derived from this site</source>
            <translation>Aus diesem Standort abgeleitete Arbeitspunkte</translation>
        </message>
        <message>
            <source>The ids of the studies to be read are on the clipboard.</source>
            <translation>Die Kennungen der zu befundenden Untersuchungen liegen in der Zwischenablage.</translation>
        </message>
        <message>
            <source>Keep as this site's version</source>
            <translation>Als Fassung dieses Standorts übernehmen</translation>
        </message>
        <message>
            <source>Expected sensitivity</source>
            <translation>Erwartete Sensitivität</translation>
        </message>
        <message>
            <source>Expected specificity</source>
            <translation>Erwartete Spezifität</translation>
        </message>
        <message>
            <source>Wanted: plus or minus</source>
            <translation>Gewünscht: plus oder minus</translation>
        </message>
        <message>
            <source>Share of abnormal studies</source>
            <translation>Anteil auffälliger Untersuchungen</translation>
        </message>
        <message>
            <source>Rule out: sensitivity at least</source>
            <translation>Ausschluss: Sensitivität mindestens</translation>
        </message>
        <message>
            <source>Rule in: specificity at least</source>
            <translation>Nachweis: Spezifität mindestens</translation>
        </message>
        <message>
            <source>Yes or no</source>
            <translation>Ja oder Nein</translation>
        </message>
        <message>
            <source>Best sum of sensitivity and specificity</source>
            <translation>Beste Summe aus Sensitivität und Spezifität</translation>
        </message>
        <message>
            <source>Keep the card's</source>
            <translation>Den der Modellkarte behalten</translation>
        </message>
        <message>
            <source>How many studies to draw</source>
            <translation>Wie viele Untersuchungen zu ziehen sind</translation>
        </message>
        <message>
            <source>Begin anew, without those drawn before</source>
            <translation>Neu beginnen, ohne die bisher gezogenen</translation>
        </message>
        <message>
            <source>1  How many studies</source>
            <translation>1  Wie viele Untersuchungen</translation>
        </message>
        <message>
            <source>2  Draw them at random</source>
            <translation>2  Zufällig ziehen</translation>
        </message>
        <message>
            <source>3  Read them</source>
            <translation>3  Befunden</translation>
        </message>
        <message>
            <source>4  Compare with the card, and keep</source>
            <translation>4  Mit der Modellkarte vergleichen und übernehmen</translation>
        </message>
        <message>
            <source>How many of the sample are read</source>
            <translation>Wie viele der Stichprobe befundet sind</translation>
        </message>
        <message>
            <source>A threshold from one hospital need not hold in the next. Here some of your own studies are drawn at random, you read them, and the model's points are compared with what its card promises.</source>
            <translation>Ein Schwellenwert aus einem Krankenhaus muss im nächsten nicht gelten. Hier werden einige Ihrer eigenen Untersuchungen zufällig gezogen, Sie befunden sie, und die Arbeitspunkte des Modells werden mit den Angaben der Modellkarte verglichen.</translation>
        </message>
        <message>
            <source>The sample becomes the list of the reading desk, in the order drawn; the model's answer is to be hidden meanwhile. What counts as true is chosen above.</source>
            <translation>Die Stichprobe wird zur Liste am Befundplatz, in der gezogenen Reihenfolge; die Antwort des Modells soll dabei verborgen sein. Was als wahr gilt, wird oben gewählt.</translation>
        </message>
    </context>
    <context>
        <name>SiteSentences</name>
        <message>
            <source>holds</source>
            <translation>gilt</translation>
        </message>
        <message>
            <source>lower</source>
            <translation>niedriger</translation>
        </message>
        <message>
            <source>higher</source>
            <translation>höher</translation>
        </message>
        <message>
            <source>Read {studies} studies: with 95 % assurance they hold the {abnormal} abnormal and the {normal} normal ones that are needed.</source>
            <translation>Befunden Sie {studies} Untersuchungen: Mit 95 % Sicherheit sind darunter die benötigten {abnormal} auffälligen und {normal} unauffälligen.</translation>
        </message>
        <message>
            <source>{drawn} drawn; {left} more may be drawn. The model's answer plays no part in it.</source>
            <translation>{drawn} gezogen; {left} weitere können gezogen werden. Die Antwort des Modells spielt dabei keine Rolle.</translation>
        </message>
        <message>
            <source>{count} of them are not among the studies looked at now.</source>
            <translation>Nicht unter den jetzt betrachteten Untersuchungen: {count}.</translation>
        </message>
        <message>
            <source>Draw a sample first.</source>
            <translation>Ziehen Sie zuerst eine Stichprobe.</translation>
        </message>
        <message>
            <source>Of {read} of {drawn} it is known what is true; {abnormal} of them are abnormal.</source>
            <translation>Bei {read} von {drawn} ist der Referenzstandard bekannt; davon auffällig: {abnormal}.</translation>
        </message>
        <message>
            <source>Of {count} the readers or sources contradict each other.</source>
            <translation>Bei {count} widersprechen sich Befunder oder Quellen.</translation>
        </message>
        <message>
            <source>Not blind: {count} of the {read} were read with the model's answer in sight. What is kept of the check says so.</source>
            <translation>Nicht verblindet: {count} der {read} wurden mit sichtbarer Antwort des Modells befundet. Das wird mit der Prüfung festgehalten.</translation>
        </message>
        <message>
            <source>Studies the model has judged here: {there}. Open more folders, or accept a wider interval.</source>
            <translation>Vom Modell hier beurteilte Untersuchungen: {there}. Öffnen Sie weitere Ordner oder nehmen Sie ein breiteres Intervall hin.</translation>
        </message>
        <message>
            <source>None drawn yet. Studies that the model has judged: {there}.</source>
            <translation>Noch keine gezogen. Vom Modell beurteilte Untersuchungen: {there}.</translation>
        </message>
        <message>
            <source>Studies in the sample now: {count}.</source>
            <translation>Untersuchungen in der Stichprobe: {count}.</translation>
        </message>
        <message>
            <source>Not read yet of the sample: {count}. The figures hold for all only if these were not left out for what they show.</source>
            <translation>Noch nicht befundete Untersuchungen der Stichprobe: {count}. Die Zahlen gelten nur dann für alle, wenn diese nicht wegen ihres Inhalts ausgelassen wurden.</translation>
        </message>
        <message>
            <source>The card's points hold on {studies} drawn at random, {abnormal} of them abnormal.</source>
            <translation>Die Arbeitspunkte der Modellkarte gelten bei {studies} zufällig gezogenen Untersuchungen, davon {abnormal} auffällig.</translation>
        </message>
        <message>
            <source>The card's points do not hold on {studies} drawn at random, {abnormal} of them abnormal.</source>
            <translation>Die Arbeitspunkte der Modellkarte gelten nicht bei {studies} zufällig gezogenen Untersuchungen, davon {abnormal} auffällig.</translation>
        </message>
        <message>
            <source>At {point} it finds {here} of the abnormal; the card promises {promised}.</source>
            <translation>Arbeitspunkt {point}: Es werden {here} der auffälligen gefunden; die Modellkarte nennt {promised}.</translation>
        </message>
        <message>
            <source>At {point} it spares {here} of the normal; the card promises {promised}.</source>
            <translation>Arbeitspunkt {point}: Es werden {here} der unauffälligen richtig erkannt; die Modellkarte nennt {promised}.</translation>
        </message>
        <message>
            <source>This model gives grades: its outputs belong together, so its calibration stays and the thresholds move.</source>
            <translation>Dieses Modell gibt Grade an: Seine Ausgaben gehören zusammen, daher bleibt die Kalibrierung, und nur die Schwellenwerte ändern sich.</translation>
        </message>
        <message>
            <source>Calibrated anew on these studies: slope {slope}, offset {offset}.</source>
            <translation>An diesen Untersuchungen neu kalibriert: Steigung {slope}, Achsenabschnitt {offset}.</translation>
        </message>
        <message>
            <source>Card's point</source>
            <translation>Arbeitspunkt der Karte</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Schwellenwert</translation>
        </message>
        <message>
            <source>Sensitivity promised</source>
            <translation>Sensitivität laut Karte</translation>
        </message>
        <message>
            <source>here</source>
            <translation>hier</translation>
        </message>
        <message>
            <source>Specificity promised</source>
            <translation>Spezifität laut Karte</translation>
        </message>
        <message>
            <source>This site's point</source>
            <translation>Arbeitspunkt dieses Standorts</translation>
        </message>
        <message>
            <source>Sensitivity here</source>
            <translation>Sensitivität hier</translation>
        </message>
        <message>
            <source>Specificity here</source>
            <translation>Spezifität hier</translation>
        </message>
    </context>
    <context>
        <name>SourceBar</name>
        <message>
            <source>Training data</source>
            <translation>Trainingsdaten</translation>
        </message>
        <message>
            <source>Add a folder …</source>
            <translation>Ordner hinzufügen …</translation>
        </message>
        <message>
            <source>Use the verdicts of this desk …</source>
            <translation>Urteile dieses Platzes verwenden …</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translation>Von der Liste nehmen</translation>
        </message>
        <message>
            <source>Look into it</source>
            <translation>Hineinsehen</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>{done} of {number} films</source>
            <translation>{done} von {number} Aufnahmen</translation>
        </message>
        <message>
            <source>Films looked at</source>
            <translation>Betrachtete Aufnahmen</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Open the demo studies</source>
            <translation>Demo-Untersuchungen öffnen</translation>
        </message>
        <message>
            <source>Go on where you were</source>
            <translation>Zuletzt Geöffnetes fortsetzen</translation>
        </message>
        <message>
            <source>Press {key}, or drop a folder anywhere on this window. Every image in it (DICOM, PNG, JPEG, TIFF) is read and scored in the background, and the list puts the studies most likely to be abnormal first.</source>
            <translation>{key} drücken oder einen Ordner auf dieses Fenster ziehen. Jedes Bild darin (DICOM, PNG, JPEG, TIFF) wird im Hintergrund gelesen und bewertet; die am wahrscheinlichsten auffälligen Untersuchungen stehen in der Liste oben.</translation>
        </message>
        <message>
            <source>Open a folder of radiographs</source>
            <translation>Ordner mit Röntgenaufnahmen öffnen</translation>
        </message>
        <message>
            <source>Headers first; the list appears as soon as they are known.</source>
            <translation>Zuerst die Kopfdaten; die Liste erscheint, sobald sie bekannt sind.</translation>
        </message>
        <message>
            <source>Reading the folder …</source>
            <translation>Ordner wird gelesen …</translation>
        </message>
        <message>
            <source>{count} files were left out, as they are no images.</source>
            <translation>Dateien, die keine Bilder sind, ausgelassen: {count}.</translation>
        </message>
        <message>
            <source>No DICOM, PNG, JPEG or TIFF image was found.</source>
            <translation>Kein DICOM-, PNG-, JPEG- oder TIFF-Bild gefunden.</translation>
        </message>
        <message>
            <source>Open another folder, or one level higher.</source>
            <translation>Anderen Ordner oder eine Ebene höher öffnen.</translation>
        </message>
        <message>
            <source>There are no radiographs in this folder</source>
            <translation>Dieser Ordner enthält keine Röntgenaufnahmen</translation>
        </message>
        <message>
            <source>This did not work</source>
            <translation>Das hat nicht funktioniert</translation>
        </message>
    </context>
    <context>
        <name>StatusWords</name>
        <message>
            <source>Unread</source>
            <translation>Ungelesen</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Entwurf</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Gelesen</translation>
        </message>
        <message>
            <source>Needs second read</source>
            <translation>Zweitbefund nötig</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>Einig</translation>
        </message>
        <message>
            <source>Disagree</source>
            <translation>Uneinig</translation>
        </message>
        <message>
            <source>Read by {reader} now</source>
            <translation>{reader} liest gerade</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Sie</translation>
        </message>
    </context>
    <context>
        <name>SureButton</name>
        <message>
            <source>As in the verdict</source>
            <translation>Wie in der Beurteilung</translation>
        </message>
        <message>
            <source>{finding}: confidence {number} of 5, {words}</source>
            <translation>{finding}: Sicherheit {number} von 5, {words}</translation>
        </message>
        <message>
            <source>{finding}: confidence {number} of 5, {words}, as in the verdict</source>
            <translation>{finding}: Sicherheit {number} von 5, {words}, wie in der Beurteilung</translation>
        </message>
    </context>
    <context>
        <name>TagBar</name>
        <message>
            <source>Another kind of error, then Enter</source>
            <translation>Andere Fehlerart, dann Enter</translation>
        </message>
        <message>
            <source>Another kind of error</source>
            <translation>Andere Fehlerart</translation>
        </message>
        <message>
            <source>Kind of error: {tag}</source>
            <translation>Fehlerart: {tag}</translation>
        </message>
    </context>
    <context>
        <name>TextSheet</name>
        <message>
            <source>Copy as text</source>
            <translation>Als Text kopieren</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Kopiert.</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Was geschehen ist</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>Thumbnail</name>
        <message>
            <source>Image {number} of {total}</source>
            <translation>Bild {number} von {total}</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>What scores the studies</source>
            <translation>Was die Untersuchungen bewertet</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>Zuletzt</translation>
        </message>
        <message>
            <source>Folders opened lately</source>
            <translation>Zuletzt geöffnete Ordner</translation>
        </message>
        <message>
            <source>No model</source>
            <translation>Kein Modell</translation>
        </message>
        <message>
            <source>Names, ids and folders are hidden. Click to show them</source>
            <translation>Namen, IDs und Ordner sind verborgen. Klicken zeigt sie</translation>
        </message>
        <message>
            <source>Stop scoring. What is done is kept</source>
            <translation>Bewertung anhalten. Fertiges bleibt erhalten</translation>
        </message>
        <message>
            <source>Stop scoring</source>
            <translation>Bewertung anhalten</translation>
        </message>
        <message>
            <source>Recent folder {number}</source>
            <translation>Letzter Ordner {number}</translation>
        </message>
        <message>
            <source>Demo studies (no real patients)</source>
            <translation>Demo-Untersuchungen (keine echten Patienten)</translation>
        </message>
        <message>
            <source>Automatic: each film to the model for it</source>
            <translation>Automatisch: jede Aufnahme zu ihrem Modell</translation>
        </message>
        <message>
            <source>Automatic: {count} models</source>
            <translation>Automatisch: {count} Modelle</translation>
        </message>
        <message>
            <source>Scoring</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <source>Watch this folder</source>
            <translation>Diesen Ordner überwachen</translation>
        </message>
        <message>
            <source>How the watch goes</source>
            <translation>Stand der Überwachung</translation>
        </message>
        <message>
            <source>Open a folder of radiographs ({key})</source>
            <translation>Ordner mit Röntgenaufnahmen öffnen ({key})</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Take in new files of this folder as they come ({key})</source>
            <translation>Neue Dateien dieses Ordners laufend aufnehmen ({key})</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>Überwachen</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>Keys, identity, models, log, about ({key})</source>
            <translation>Tasten, Identität, Modelle, Protokoll, Über xraydesk ({key})</translation>
        </message>
    </context>
    <context>
        <name>TrainingPage</name>
        <message>
            <source>New run …</source>
            <translation>Neuer Lauf …</translation>
        </message>
        <message>
            <source>Training runs</source>
            <translation>Trainingsläufe</translation>
        </message>
    </context>
    <context>
        <name>TrustDialog</name>
        <message>
            <source>Trust another site</source>
            <translation>Einem anderen Standort vertrauen</translation>
        </message>
        <message>
            <source>I have compared the fingerprint with the other site.</source>
            <translation>Ich habe den Fingerabdruck mit dem anderen Standort verglichen.</translation>
        </message>
        <message>
            <source>Trust and import</source>
            <translation>Vertrauen und importieren</translation>
        </message>
        <message>
            <source>{file} holds {model}. It is signed with a key that is not trusted here:</source>
            <translation>{file} enthält {model}. Es ist mit einem Schlüssel signiert, dem hier nicht vertraut wird:</translation>
        </message>
        <message>
            <source>Ask the other site for its fingerprint, by telephone for example, and compare each letter.</source>
            <translation>Erfragen Sie den Fingerabdruck beim anderen Standort, zum Beispiel am Telefon, und vergleichen Sie jeden Buchstaben.</translation>
        </message>
        <message>
            <source>This site has {own}.</source>
            <translation>Dieser Standort hat {own}.</translation>
        </message>
        <message>
            <source>Name of the other site</source>
            <translation>Name des anderen Standorts</translation>
        </message>
    </context>
    <context>
        <name>UpgradeDesk</name>
        <message>
            <source>The database is of an older version. It is copied aside, then brought to the present version. A large one takes some minutes.</source>
            <translation>Die Datenbank stammt von einer älteren Version. Sie wird zur Seite kopiert und dann auf die jetzige Version gebracht. Bei einer großen dauert das einige Minuten.</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Datenbank</translation>
        </message>
        <message>
            <source>The database was brought to the present version. A copy of the old one lies in {file}</source>
            <translation>Die Datenbank wurde auf die jetzige Version gebracht. Eine Kopie der alten liegt in {file}</translation>
        </message>
    </context>
    <context>
        <name>VerdictDesk</name>
        <message>
            <source>None of this sitting's verdicts on this folder is left to take back</source>
            <translation>Von dieser Sitzung ist in diesem Ordner keine Beurteilung mehr zurückzunehmen</translation>
        </message>
        <message>
            <source> · the model then: {model}</source>
            <translation> · das Modell damals: {model}</translation>
        </message>
        <message>
            <source>Log: saving …</source>
            <translation>Protokoll: wird gespeichert …</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Gespeichert {time}</translation>
        </message>
        <message>
            <source>Log: {study} saved {time}</source>
            <translation>Protokoll: {study} gespeichert {time}</translation>
        </message>
        <message>
            <source>Not saved. Your answer is still here: try again</source>
            <translation>Nicht gespeichert. Ihre Antwort steht noch hier: Versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <source>Log: the last verdict is NOT saved</source>
            <translation>Protokoll: die letzte Beurteilung ist NICHT gespeichert</translation>
        </message>
        <message>
            <source>Log: {study} taken back {time}</source>
            <translation>Protokoll: {study} zurückgenommen {time}</translation>
        </message>
        <message>
            <source>Log: the verdict is NOT taken back</source>
            <translation>Protokoll: die Beurteilung ist NICHT zurückgenommen</translation>
        </message>
    </context>
    <context>
        <name>VerdictDialog</name>
        <message>
            <source>Use the verdicts of this desk</source>
            <translation>Urteile dieses Platzes verwenden</translation>
        </message>
        <message>
            <source>What is learnt</source>
            <translation>Was gelernt wird</translation>
        </message>
        <message>
            <source>Whose answer counts</source>
            <translation>Wessen Antwort zählt</translation>
        </message>
        <message>
            <source>Our own verdicts</source>
            <translation>Unsere eigenen Urteile</translation>
        </message>
        <message>
            <source>Take the labels proposed in the research room</source>
            <translation>Die im Forschungsraum vorgeschlagenen Labels übernehmen</translation>
        </message>
        <message>
            <source>Make</source>
            <translation>Erstellen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Nobody has given a verdict at this desk yet.</source>
            <translation>An diesem Platz hat noch niemand ein Urteil abgegeben.</translation>
        </message>
        <message>
            <source>normal or abnormal, the whole study</source>
            <translation>unauffällig oder auffällig, die ganze Untersuchung</translation>
        </message>
        <message>
            <source>one reader: {name}</source>
            <translation>eine Person: {name}</translation>
        </message>
        <message>
            <source>two readers agree and nobody says otherwise</source>
            <translation>zwei Befundende stimmen überein und niemand widerspricht</translation>
        </message>
        <message>
            <source>the majority</source>
            <translation>die Mehrheit</translation>
        </message>
        <message>
            <source>all readers, two at least, say the same</source>
            <translation>alle Befundenden, mindestens zwei, sagen dasselbe</translation>
        </message>
        <message>
            <source>Studies gathered</source>
            <translation>Zusammengestellte Untersuchungen</translation>
        </message>
        <message>
            <source>Name of the source</source>
            <translation>Name der Quelle</translation>
        </message>
    </context>
    <context>
        <name>VerdictPanel</name>
        <message>
            <source>Your verdict</source>
            <translation>Ihre Beurteilung</translation>
        </message>
        <message>
            <source>Your second verdict, with the model's answer</source>
            <translation>Ihre zweite Beurteilung, mit der Antwort des Modells</translation>
        </message>
        <message>
            <source>Save and next unread</source>
            <translation>Speichern, nächste ungelesene</translation>
        </message>
        <message>
            <source>Enter keeps your first verdict; 1, 2 or 3 changes it</source>
            <translation>Enter behält Ihre erste Beurteilung bei; 1, 2 oder 3 ändert sie</translation>
        </message>
        <message>
            <source>and {number} earlier</source>
            <translation>und {number} frühere</translation>
        </message>
        <message>
            <source>Choose an answer first: 1, 2 or 3</source>
            <translation>Wählen Sie zuerst eine Antwort: 1, 2 oder 3</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>Wird gespeichert …</translation>
        </message>
        <message>
            <source>Another reader</source>
            <translation>Weiterer Befunder</translation>
        </message>
        <message>
            <source>Comment (C)</source>
            <translation>Kommentar (C)</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Earlier verdicts</source>
            <translation>Frühere Beurteilungen</translation>
        </message>
        <message>
            <source>Key {key}</source>
            <translation>Taste {key}</translation>
        </message>
        <message>
            <source>Verdict: {answer}</source>
            <translation>Beurteilung: {answer}</translation>
        </message>
        <message>
            <source>{words} (Ctrl+{number})</source>
            <translation>{words} (Ctrl+{number})</translation>
        </message>
        <message>
            <source>Confidence {number} of 5: {words}</source>
            <translation>Sicherheit {number} von 5: {words}</translation>
        </message>
    </context>
    <context>
        <name>VerdictWords</name>
        <message>
            <source>abnormal</source>
            <translation>auffällig</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>unauffällig</translation>
        </message>
        <message>
            <source>unsure</source>
            <translation>unsicher</translation>
        </message>
        <message>
            <source>a guess</source>
            <translation>geraten</translation>
        </message>
        <message>
            <source>rather unsure</source>
            <translation>eher unsicher</translation>
        </message>
        <message>
            <source>fairly sure</source>
            <translation>recht sicher</translation>
        </message>
        <message>
            <source>sure</source>
            <translation>sicher</translation>
        </message>
        <message>
            <source>certain</source>
            <translation>ganz sicher</translation>
        </message>
        <message>
            <source>{finding} present</source>
            <translation>{finding} vorhanden</translation>
        </message>
        <message>
            <source>{finding} absent</source>
            <translation>{finding} nicht vorhanden</translation>
        </message>
        <message>
            <source>{finding} unsure</source>
            <translation>{finding} unsicher</translation>
        </message>
    </context>
    <context>
        <name>ViewExport</name>
        <message>
            <source>There is no film on screen to copy or save.</source>
            <translation>Es ist keine Aufnahme zu sehen, die kopiert oder gespeichert werden könnte.</translation>
        </message>
        <message>
            <source>The view was copied without the patient's identity; text burnt into the film itself stays in it</source>
            <translation>Die Ansicht ist ohne Patientendaten kopiert; in die Aufnahme selbst eingebrannter Text bleibt darin</translation>
        </message>
        <message>
            <source>Save the view without identity; text burnt into the film itself stays in it</source>
            <translation>Ansicht ohne Patientenidentität speichern; in die Aufnahme selbst eingebrannter Text bleibt darin</translation>
        </message>
        <message>
            <source>The view was saved without the patient's identity; text burnt into the film itself stays in it</source>
            <translation>Die Ansicht ist ohne Patientendaten gespeichert; in die Aufnahme selbst eingebrannter Text bleibt darin</translation>
        </message>
        <message>
            <source>xraydesk, research use, not for diagnosis</source>
            <translation>xraydesk, für Forschung, nicht zur Diagnose</translation>
        </message>
        <message>
            <source>Map by {model} {version}</source>
            <translation>Karte von {model} {version}</translation>
        </message>
    </context>
    <context>
        <name>Viewer</name>
        <message>
            <source>Image {number} / {count}</source>
            <translation>Bild {number} / {count}</translation>
        </message>
        <message>
            <source>Fit the film to the window</source>
            <translation>Aufnahme einpassen</translation>
        </message>
        <message>
            <source>One film pixel on one screen pixel</source>
            <translation>Ein Bildpunkt der Aufnahme auf einen des Bildschirms</translation>
        </message>
        <message>
            <source>Invert</source>
            <translation>Invertieren</translation>
        </message>
        <message>
            <source>Next window preset</source>
            <translation>Nächste Fensterung</translation>
        </message>
        <message>
            <source>Window preset 1 to 9</source>
            <translation>Fensterung 1 bis 9</translation>
        </message>
        <message>
            <source>Automatic window of what is in sight, by percentiles</source>
            <translation>Automatische Fensterung des sichtbaren Teils, nach Perzentilen</translation>
        </message>
        <message>
            <source>Rotate to the right</source>
            <translation>Nach rechts drehen</translation>
        </message>
        <message>
            <source>Rotate to the left</source>
            <translation>Nach links drehen</translation>
        </message>
        <message>
            <source>Mirror left and right</source>
            <translation>Links und rechts spiegeln</translation>
        </message>
        <message>
            <source>Flip top and bottom</source>
            <translation>Oben und unten spiegeln</translation>
        </message>
        <message>
            <source>Magnifier on or off</source>
            <translation>Lupe ein oder aus</translation>
        </message>
        <message>
            <source>Outline of what was judged, on or off</source>
            <translation>Umriss des beurteilten Teils ein oder aus</translation>
        </message>
        <message>
            <source>Histogram on or off</source>
            <translation>Histogramm ein oder aus</translation>
        </message>
        <message>
            <source>Next film of those side by side</source>
            <translation>Nächste der Aufnahmen nebeneinander</translation>
        </message>
        <message>
            <source>Film before it</source>
            <translation>Aufnahme davor</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Verkleinern</translation>
        </message>
        <message>
            <source>Pan left</source>
            <translation>Nach links verschieben</translation>
        </message>
        <message>
            <source>Pan right</source>
            <translation>Nach rechts verschieben</translation>
        </message>
        <message>
            <source>Pan up</source>
            <translation>Nach oben verschieben</translation>
        </message>
        <message>
            <source>Pan down</source>
            <translation>Nach unten verschieben</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Fensterung</translation>
        </message>
        <message>
            <source>Windows of the file, automatic and full range (W for the next, Alt+1 to Alt+9)</source>
            <translation>Fensterungen der Datei, automatisch und voller Bereich (W für die nächste, Alt+1 bis Alt+9)</translation>
        </message>
        <message>
            <source>Automatic window of what is in sight (P)</source>
            <translation>Automatische Fensterung des sichtbaren Teils (P)</translation>
        </message>
        <message>
            <source>Invert (I)</source>
            <translation>Invertieren (I)</translation>
        </message>
        <message>
            <source>Rotate to the right (R), to the left (Shift+R)</source>
            <translation>Nach rechts drehen (R), nach links (Shift+R)</translation>
        </message>
        <message>
            <source>Mirror left and right (X), top and bottom (Shift+X)</source>
            <translation>Links und rechts spiegeln (X), oben und unten (Shift+X)</translation>
        </message>
        <message>
            <source>Fit to the window (F)</source>
            <translation>Einpassen (F)</translation>
        </message>
        <message>
            <source>One to one (A)</source>
            <translation>Eins zu eins (A)</translation>
        </message>
        <message>
            <source>Magnifier (Z)</source>
            <translation>Lupe (Z)</translation>
        </message>
        <message>
            <source>Histogram with the window to drag (H)</source>
            <translation>Histogramm mit verschiebbarer Fensterung (H)</translation>
        </message>
        <message>
            <source>Histogram</source>
            <translation>Histogramm</translation>
        </message>
    </context>
    <context>
        <name>WatchDesk</name>
        <message>
            <source>{problem} Watching goes on when it is back.</source>
            <translation>{problem} Die Überwachung geht weiter, sobald er wieder da ist.</translation>
        </message>
        <message>
            <source>{problem} Watching begins when it is there.</source>
            <translation>{problem} Die Überwachung beginnt, sobald er da ist.</translation>
        </message>
        <message>
            <source>Watching, no new file yet</source>
            <translation>Überwacht, noch keine neue Datei</translation>
        </message>
        <message>
            <source>Watching, 1 file is not complete yet</source>
            <translation>Überwacht, 1 Datei noch unvollständig</translation>
        </message>
        <message>
            <source>Watching, {count} files are not complete yet</source>
            <translation>Überwacht, {count} Dateien noch unvollständig</translation>
        </message>
        <message>
            <source>Watching, last file {clock}</source>
            <translation>Überwacht, letzte Datei {clock}</translation>
        </message>
        <message>
            <source>Watching, last file {clock}, 1 file is not complete yet</source>
            <translation>Überwacht, letzte Datei {clock}, 1 Datei noch unvollständig</translation>
        </message>
        <message>
            <source>Watching, last file {clock}, {count} files are not complete yet</source>
            <translation>Überwacht, letzte Datei {clock}, {count} Dateien noch unvollständig</translation>
        </message>
    </context>
    <context>
        <name>WordList</name>
        <message>
            <source>abnormal</source>
            <translation>auffällig</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>normal</translation>
        </message>
        <message>
            <source>leave out</source>
            <translation>weglassen</translation>
        </message>
        <message>
            <source>How each value is read</source>
            <translation>Wie jeder Wert gelesen wird</translation>
        </message>
        <message>
            <source>one line</source>
            <translation>eine Zeile</translation>
        </message>
        <message>
            <source>{count} lines</source>
            <translation>{count} Zeilen</translation>
        </message>
        <message>
            <source>and {count} other values, read as numbers or left out</source>
            <translation>und {count} weitere Werte, als Zahlen gelesen oder weggelassen</translation>
        </message>
        <message>
            <source>How “{word}” is read</source>
            <translation>Wie „{word}“ gelesen wird</translation>
        </message>
        <message>
            <source>grade {value}</source>
            <translation>Grad {value}</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>{days} d</source>
            <translation>{days} T</translation>
        </message>
        <message>
            <source>{months} m</source>
            <translation>{months} Mo</translation>
        </message>
        <message>
            <source>{years} y</source>
            <translation>{years} J</translation>
        </message>
        <message>
            <source>{done} / {total} images</source>
            <translation>{done} / {total} Bilder</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>noch {time}</translation>
        </message>
        <message>
            <source>{count} study</source>
            <translation>{count} Untersuchung</translation>
        </message>
        <message>
            <source>{count} studies</source>
            <translation>{count} Untersuchungen</translation>
        </message>
        <message>
            <source>{count} image</source>
            <translation>{count} Bild</translation>
        </message>
        <message>
            <source>{count} images</source>
            <translation>{count} Bilder</translation>
        </message>
        <message>
            <source>en_US</source>
            <translation>de_DE</translation>
        </message>
    </context>
    <context>
        <name>WorklistPanel</name>
        <message>
            <source>File {number}</source>
            <translation>Datei {number}</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
        <message>
            <source>Studies scored since that belong above the chosen one. Click to put them there</source>
            <translation>Seither bewertete Untersuchungen, die über die gewählte gehören. Klicken ordnet sie dort ein</translation>
        </message>
        <message>
            <source>Files of the folder that are no images, and why</source>
            <translation>Dateien des Ordners, die keine Bilder sind, mit Grund</translation>
        </message>
        <message>
            <source>No study matches the filter.</source>
            <translation>Keine Untersuchung passt zum Filter.</translation>
        </message>
        <message>
            <source>Show all studies</source>
            <translation>Alle Untersuchungen zeigen</translation>
        </message>
        <message>
            <source>{count} new above</source>
            <translation>{count} neu oben</translation>
        </message>
        <message>
            <source>{count} file left out</source>
            <translation>{count} Datei ausgelassen</translation>
        </message>
        <message>
            <source>{count} files left out</source>
            <translation>{count} Dateien ausgelassen</translation>
        </message>
    </context>
    <context>
        <name>WorklistTable</name>
        <message>
            <source>Worklist</source>
            <translation>Arbeitsliste</translation>
        </message>
    </context>
</TS>
