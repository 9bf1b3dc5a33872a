<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
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
        <source>Evidence for {finding}, logits</source>
        <translation>Hinweise auf {finding}, Logits</translation>
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
        <source>Calibrated probability of the label that the list is sorted by, else of the model&apos;s first label; the highest of all images of the study</source>
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
        <source>The model that judged the study</source>
        <translation>Das Modell, das die Untersuchung beurteilt hat</translation>
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
    <name>FailureGuard</name>
    <message>
        <source>Something unforeseen went wrong ({kind}). Your verdicts are safe; {log_file} says more.</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten ({kind}). Ihre Beurteilungen sind sicher; Näheres steht in {log_file}.</translation>
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
        <translation>Reihenfolge des Eingangs</translation>
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
        <source>Shows what stands out in the film&apos;s features, whatever the finding.</source>
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
    <name>HelpDesk</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
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
    <name>Keymap</name>
    <message>
        <source>&quot;{key}&quot; is no key.</source>
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
        <source>{key} already means &quot;{action}&quot;. Choose another key, or change that one first.</source>
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
        <source>Copy the view without the patient&apos;s identity</source>
        <translation>Ansicht ohne Patientenidentität kopieren</translation>
    </message>
    <message>
        <source>Save the view as PNG without the patient&apos;s identity</source>
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
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>Diese Tasten anzeigen</translation>
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
        <source>Choose an action, press Enter and then the new key. It works at once, and at every start.</source>
        <translation>Aktion wählen, Enter drücken und dann die neue Taste. Sie gilt sofort und bei jedem Start.</translation>
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
    <name>MainWindow</name>
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
        <source>the model&apos;s answer is not a number</source>
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
        <source>no model here is for body part &quot;{region}&quot;</source>
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
        <source>Put a model&apos;s folder there and start again</source>
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
        <source>The program&apos;s own folder &quot;{name}&quot; is missing</source>
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
        <source>The program&apos;s log (an error in it may name a file)</source>
        <translation>Programmprotokoll (ein Fehler darin kann eine Datei nennen)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The weights are larger than any model&apos;s here</source>
        <translation>Die Gewichte sind größer als die jedes Modells hier</translation>
    </message>
    <message>
        <source>The model&apos;s weights are missing</source>
        <translation>Die Gewichte des Modells fehlen</translation>
    </message>
    <message>
        <source>The model&apos;s weights cannot be read: {system}</source>
        <translation>Die Gewichte des Modells sind nicht lesbar: {system}</translation>
    </message>
    <message>
        <source>The model&apos;s weights do not match the hash in its card: the file was changed, damaged or cut short</source>
        <translation>Die Gewichte des Modells passen nicht zur Prüfsumme in seiner Karte: Die Datei wurde verändert, beschädigt oder ist unvollständig</translation>
    </message>
    <message>
        <source>The model&apos;s weights are no sound safetensors file</source>
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
        <source>The weights lack the gate&apos;s tensor gate.{name}</source>
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
        <source>The network&apos;s answer to an empty film is not finite</source>
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
        <source>The model card&apos;s field architecture_options does not fit {name}: {system}</source>
        <translation>Das Feld architecture_options der Modellkarte passt nicht zu {name}: {system}</translation>
    </message>
    <message>
        <source>The model card&apos;s field {field} {what}</source>
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
        <translation>hat eine Ausschlussschwelle über der Einschlussschwelle</translation>
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
        <source>The disk is full, xraydesk&apos;s own folder cannot be made</source>
        <translation>Der Datenträger ist voll, der eigene Ordner von xraydesk kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>xraydesk&apos;s own folder cannot be made</source>
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
        <source>&quot;{name}&quot; must be true or false</source>
        <translation>„{name}“ muss true oder false sein</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; must be text in quotes</source>
        <translation>„{name}“ muss Text in Anführungszeichen sein</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; must be a list of {words}</source>
        <translation>„{name}“ muss eine Liste sein: {words}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; must be one of {names}</source>
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
        <translation>Anderen Namen wählen</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Anderen Ort wählen</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>xraydesk is for research. It makes no diagnosis: it puts studies in an order and shows why. A reader looks at every study, and what a model could not judge stands in the list with the reason.</source>
        <translation>xraydesk ist für die Forschung. Es stellt keine Diagnose: Es ordnet Untersuchungen und zeigt, warum. Jede Untersuchung wird von einem Menschen befundet, und was ein Modell nicht beurteilen konnte, steht mit dem Grund in der Liste.</translation>
    </message>
    <message>
        <source>No model is installed. Put a model&apos;s folder into the models folder and start again.</source>
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
        <source>The model&apos;s card does not say.</source>
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
        <source>By waiting time, or by the probability of one label</source>
        <translation>Nach Wartezeit oder nach der Wahrscheinlichkeit eines Befunds</translation>
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
    <name>ReadPage</name>
    <message>
        <source>All studies in this list are read</source>
        <translation>Alle Untersuchungen dieser Liste sind gelesen</translation>
    </message>
</context>
<context>
    <name>ReadingChoices</name>
    <message>
        <source>Hide the model&apos;s answer until my first verdict</source>
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
        <source>The choice holds until the program ends. {reason}</source>
        <translation>Die Wahl gilt bis zum Ende des Programms. {reason}</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>The search text is kept with the filter, in the settings file on this computer. If it is a patient&apos;s name or number, that name or number is kept.</source>
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
    <name>VerdictDesk</name>
    <message>
        <source>None of this sitting&apos;s verdicts on this folder is left to take back</source>
        <translation>Von dieser Sitzung ist in diesem Ordner keine Beurteilung mehr zurückzunehmen</translation>
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
    <name>VerdictPanel</name>
    <message>
        <source>Your verdict</source>
        <translation>Ihre Beurteilung</translation>
    </message>
    <message>
        <source>Your second verdict, with the model&apos;s answer</source>
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
        <source>The view was copied without the patient&apos;s identity; what is written in the film itself stays in it</source>
        <translation>Die Ansicht ist ohne Patientendaten kopiert; was in der Aufnahme selbst steht, bleibt darin</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>The view was saved without the patient&apos;s identity; what is written in the film itself stays in it</source>
        <translation>Die Ansicht ist ohne Patientendaten gespeichert; was in der Aufnahme selbst steht, bleibt darin</translation>
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
        <source>Triage order</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>Most likely abnormal first</source>
        <translation>Wahrscheinlich Auffälliges zuerst</translation>
    </message>
    <message>
        <source>In the order the studies came in; nothing is left out</source>
        <translation>In der Reihenfolge des Eingangs; nichts wird ausgelassen</translation>
    </message>
    <message>
        <source>Arrival order</source>
        <translation>Eingang</translation>
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
