<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BaselineCells</name>
    <message>
        <source>★ own measurement</source>
        <translation>★ eigene Messung</translation>
    </message>
    <message>
        <source>★ imported: %1</source>
        <translation>★ eingelesen: %1</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>Benchmark</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Per accelerator</source>
        <translation>Je Beschleuniger</translation>
    </message>
    <message>
        <source>Global batch</source>
        <translation>Globaler Batch</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Year, round</source>
        <translation>Jahr, Runde</translation>
    </message>
    <message>
        <source>Papers and vendors</source>
        <translation>Aufsätze und Hersteller</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Convergence points</source>
        <translation>Konvergenzpunkte</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Sizes of models</source>
        <translation>Größen von Modellen</translation>
    </message>
    <message>
        <source>Laws and formulas</source>
        <translation>Gesetze und Formeln</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
</context>
<context>
    <name>BaselineQuery</name>
    <message>
        <source>There is no field &quot;%1&quot;. Fields: %2.</source>
        <translation>Ein Feld „%1“ gibt es nicht. Felder: %2.</translation>
    </message>
</context>
<context>
    <name>BaselineWords</name>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>Fundstelle</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Global batch</source>
        <translation>Globaler Batch</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Framework</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>Benchmark</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Read in the source</source>
        <translation>In der Quelle gelesen</translation>
    </message>
    <message>
        <source>Computed from it</source>
        <translation>Daraus berechnet</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Base of the speed-up</source>
        <translation>Bezug der Beschleunigung</translation>
    </message>
    <message>
        <source>Speed-up by the source</source>
        <translation>Beschleunigung laut Quelle</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Seconds an iteration</source>
        <translation>Sekunden je Schritt</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Token/s</translation>
    </message>
    <message>
        <source>TFLOP/s an accelerator</source>
        <translation>TFLOP/s je Beschleuniger</translation>
    </message>
    <message>
        <source>PFLOP/s in all</source>
        <translation>PFLOP/s insgesamt</translation>
    </message>
    <message>
        <source>Share of the peak</source>
        <translation>Anteil der Spitze</translation>
    </message>
    <message>
        <source>Parameters, billions</source>
        <translation>Parameter, Milliarden</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Sequence length</source>
        <translation>Sequenzlänge</translation>
    </message>
    <message>
        <source>Tensor parallel</source>
        <translation>Tensorparallel</translation>
    </message>
    <message>
        <source>Pipeline parallel</source>
        <translation>Pipelineparallel</translation>
    </message>
    <message>
        <source>Context parallel</source>
        <translation>Kontextparallel</translation>
    </message>
    <message>
        <source>Data parallel</source>
        <translation>Datenparallel</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>Einreicher</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>Gelaufen am</translation>
    </message>
    <message>
        <source>Runs counted</source>
        <translation>Gezählte Läufe</translation>
    </message>
    <message>
        <source>Runs failed</source>
        <translation>Gescheiterte Läufe</translation>
    </message>
    <message>
        <source>Minutes of the runs</source>
        <translation>Minuten der Läufe</translation>
    </message>
    <message>
        <source>Samples of the runs</source>
        <translation>Samples der Läufe</translation>
    </message>
    <message>
        <source>Samples, mean</source>
        <translation>Samples, Mittel</translation>
    </message>
    <message>
        <source>Throughput, mean</source>
        <translation>Durchsatz, Mittel</translation>
    </message>
    <message>
        <source>Unit of throughput</source>
        <translation>Einheit des Durchsatzes</translation>
    </message>
    <message>
        <source>Scaling factor</source>
        <translation>Skalierungsfaktor</translation>
    </message>
    <message>
        <source>Same runs as</source>
        <translation>Dieselben Läufe wie</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n record(s)</source>
        <translation>
            <numerusform>%1 von %n Eintrag</numerusform>
            <numerusform>%1 von %n Einträgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n benchmark(s)</source>
        <translation>
            <numerusform>%n Benchmark</numerusform>
            <numerusform>%n Benchmarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of accelerator</source>
        <translation>
            <numerusform>%n Art von Beschleuniger</numerusform>
            <numerusform>%n Arten von Beschleunigern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>benchmarks, accelerators</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>years</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n of your own</source>
        <translation>
            <numerusform>%n eigener</numerusform>
            <numerusform>%n eigene</numerusform>
        </translation>
    </message>
    <message>
        <source>The fastest per accelerator: %1 on %2, %3 of them (%4).</source>
        <comment>rate, accelerator, number, source</comment>
        <translation>Am schnellsten je Beschleuniger: %1 auf %2, davon %3 (%4).</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n curve(s)</source>
        <translation>
            <numerusform>%1 von %n Kurve</numerusform>
            <numerusform>%1 von %n Kurven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n curve(s)</source>
        <translation>
            <numerusform>%n Kurve</numerusform>
            <numerusform>%n Kurven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in other units left out</source>
        <translation>
            <numerusform>%n in anderer Einheit ausgelassen</numerusform>
            <numerusform>%n in anderen Einheiten ausgelassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterMap</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 of %2 allocated</source>
        <translation>%1 von %2 vergeben</translation>
    </message>
    <message>
        <source>%1, it is not told how many are allocated</source>
        <translation>%1; wie viele vergeben sind, wird nicht mitgeteilt</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>the queue is not known</source>
        <translation>die Warteschlange ist nicht bekannt</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Slurm lists no nodes</source>
        <translation>Slurm führt keine Knoten auf</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>%1 down or drained</source>
        <translation>%1 ausgefallen oder außer Betrieb genommen</translation>
    </message>
    <message>
        <source>no allocated node idle by load</source>
        <translation>kein vergebener Knoten untätig nach seiner Last</translation>
    </message>
    <message>
        <source>%1 of allocated nodes idle by load</source>
        <translation>%1 der vergebenen Knoten untätig nach ihrer Last</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPUs</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>CPU load</source>
        <translation>CPU-Last</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation>Freier Speicher</translation>
    </message>
    <message>
        <source>The state of each node, as Slurm tells it</source>
        <translation>Der Zustand jedes Knotens, wie Slurm ihn mitteilt</translation>
    </message>
    <message>
        <source>Allocated part of each node&apos;s CPUs, as Slurm tells it</source>
        <translation>Vergebener Teil der CPUs jedes Knotens, wie Slurm ihn mitteilt</translation>
    </message>
    <message>
        <source>Allocated part of each node&apos;s GPUs, as Slurm tells it; says nothing about their use</source>
        <translation>Vergebener Teil der GPUs jedes Knotens, wie Slurm ihn mitteilt; sagt nichts über ihre Auslastung</translation>
    </message>
    <message>
        <source>Load of the node for each allocated CPU; blue: every CPU is busy</source>
        <translation>Last des Knotens je vergebener CPU; blau: jede CPU hat zu tun</translation>
    </message>
    <message>
        <source>Allocated part of each node&apos;s memory, as Slurm tells it</source>
        <translation>Vergebener Teil des Speichers jedes Knotens, wie Slurm ihn mitteilt</translation>
    </message>
    <message>
        <source>Free part of each node&apos;s memory; what the kernel keeps of files counts as used</source>
        <translation>Freier Teil des Speichers jedes Knotens; was der Kern von Dateien vorhält, zählt als belegt</translation>
    </message>
    <message>
        <source>No nodes are known yet.</source>
        <translation>Es sind noch keine Knoten bekannt.</translation>
    </message>
    <message>
        <source>Slurm knows no GPUs on this cluster.</source>
        <translation>Slurm kennt auf diesem Cluster keine GPUs.</translation>
    </message>
    <message>
        <source>scontrol does not tell here how many GPUs are allocated.</source>
        <translation>scontrol teilt hier nicht mit, wie viele GPUs vergeben sind.</translation>
    </message>
    <message>
        <source>scontrol does not tell it here.</source>
        <translation>scontrol teilt es hier nicht mit.</translation>
    </message>
    <message>
        <source>0 per allocated CPU</source>
        <translation>0 je vergebener CPU</translation>
    </message>
    <message>
        <source>1 and more</source>
        <translation>1 und mehr</translation>
    </message>
    <message>
        <source>0 % free</source>
        <translation>0 % frei</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>0 % allocated</source>
        <translation>0 % vergeben</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Gesetzt von</translation>
    </message>
    <message>
        <source>Slurm says</source>
        <translation>Slurm sagt</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>load %1</source>
        <translation>Last %1</translation>
    </message>
    <message>
        <source>load not told</source>
        <translation>Last nicht mitgeteilt</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>GPUs %1/%2</source>
        <translation>GPUs %1/%2</translation>
    </message>
    <message>
        <source>CPUs %1/%2</source>
        <translation>CPUs %1/%2</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>as fast</source>
        <translation>gleich schnell</translation>
    </message>
    <message>
        <source>%1 faster</source>
        <translation>%1 schneller</translation>
    </message>
    <message>
        <source>%1 slower</source>
        <translation>%1 langsamer</translation>
    </message>
    <message>
        <source>%1 %2 at step %3, where %4 ended with %5</source>
        <translation>%1 %2 bei Schritt %3, wo „%4“ mit %5 endete</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4 at this step</source>
        <translation>%1 %2, %3 %4 bei diesem Schritt</translation>
    </message>
</context>
<context>
    <name>Counters</name>
    <message>
        <source>GPU</source>
        <comment>lane: share of time in which kernels are resident</comment>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>throttle</source>
        <comment>lane: share of GPUs whose clocks are held down</comment>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>reading</source>
        <comment>lane: bytes read from files</comment>
        <translation>liest</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>GPU</source>
        <comment>heading</comment>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Processors and memory</source>
        <translation>Prozessoren und Speicher</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Engpässe (Pressure Stall)</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Files and processes</source>
        <translation>Dateien und Prozesse</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 node</source>
        <translation>1 Knoten</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 Knoten</translation>
    </message>
    <message>
        <source>1 GPU</source>
        <translation>1 GPU</translation>
    </message>
    <message>
        <source>%1 GPUs</source>
        <translation>%1 GPUs</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 Job</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 Jobs</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
</context>
<context>
    <name>Describe</name>
    <message>
        <source>The host</source>
        <translation>Der Host</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the network, the VPN and the port; a site may also block logins from outside.</source>
        <translation>Netz, VPN und Port prüfen; manche Zentren sperren auch Anmeldungen von außen.</translation>
    </message>
    <message>
        <source>The name %1 is not known.</source>
        <translation>Der Name %1 ist unbekannt.</translation>
    </message>
    <message>
        <source>Check the spelling. A short name needs a Host entry in ~/.ssh/config; some names resolve only inside a VPN.</source>
        <translation>Die Schreibweise prüfen. Ein Kurzname braucht einen Host-Eintrag in ~/.ssh/config; manche Namen gelten nur innerhalb eines VPN.</translation>
    </message>
    <message>
        <source>The connection to %1 ended.</source>
        <translation>Die Verbindung zu %1 ist beendet.</translation>
    </message>
    <message>
        <source>What was shown stays. Followed logs go on at the same byte after a reconnect.</source>
        <translation>Das Gezeigte bleibt stehen. Verfolgte Protokolle gehen nach dem Wiederverbinden beim selben Byte weiter.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The host or its file system may be busy; the next request is made by itself.</source>
        <translation>Der Host oder sein Dateisystem ist vielleicht überlastet; die nächste Anfrage folgt von selbst.</translation>
    </message>
    <message>
        <source>Logged in to %1, but no POSIX shell answers.</source>
        <translation>Bei %1 angemeldet, aber keine POSIX-Shell antwortet.</translation>
    </message>
    <message>
        <source>Try &quot;ssh %1 /bin/sh -c true&quot;. A login script that asks questions or starts another program, or an account without a shell, stands in the way.</source>
        <translation>„ssh %1 /bin/sh -c true“ versuchen. Ein Anmeldeskript, das Fragen stellt oder ein anderes Programm startet, oder ein Konto ohne Shell steht im Weg.</translation>
    </message>
    <message>
        <source>The key of %1 is not known yet.</source>
        <translation>Der Schlüssel von %1 ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the site publishes, then connect again and accept it.</source>
        <translation>Den Fingerabdruck mit dem vom Zentrum veröffentlichten vergleichen, dann neu verbinden und ihn annehmen.</translation>
    </message>
    <message>
        <source>%1 shows another key than the one on record.</source>
        <translation>%1 zeigt einen anderen Schlüssel als den gespeicherten.</translation>
    </message>
    <message>
        <source>Either the host was set up anew or somebody listens in between. Ask the site. If the new key is right, forget the old one with &quot;%1&quot; and connect again.</source>
        <translation>Entweder wurde der Host neu eingerichtet, oder jemand hört dazwischen mit. Beim Zentrum nachfragen. Ist der neue Schlüssel richtig, den alten mit „%1“ vergessen und neu verbinden.</translation>
    </message>
    <message>
        <source>The key of %1 is marked as revoked.</source>
        <translation>Der Schlüssel von %1 ist als widerrufen markiert.</translation>
    </message>
    <message>
        <source>Do not log in. Ask the site for its new key; when it is in place, remove the @revoked line from known_hosts or use &quot;%1&quot;.</source>
        <translation>Nicht anmelden. Das Zentrum nach dem neuen Schlüssel fragen; sobald er gilt, die @revoked-Zeile aus known_hosts entfernen oder „%1“ benutzen.</translation>
    </message>
    <message>
        <source>%1 refused the login.</source>
        <translation>%1 hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>Check user name, password or code and the key. Nothing is tried again by itself, so that the account is not locked.</source>
        <translation>Benutzername, Passwort oder Code und den Schlüssel prüfen. Von selbst wird nichts wiederholt, damit das Konto nicht gesperrt wird.</translation>
    </message>
    <message>
        <source>%1 hung up because too many keys were offered.</source>
        <translation>%1 hat aufgelegt, weil zu viele Schlüssel angeboten wurden.</translation>
    </message>
    <message>
        <source>Name the right key: add &quot;IdentityFile ~/.ssh/that_key&quot; and &quot;IdentitiesOnly yes&quot; to the host&apos;s entry in ~/.ssh/config.</source>
        <translation>Den richtigen Schlüssel nennen: „IdentityFile ~/.ssh/schluessel“ und „IdentitiesOnly yes“ in den Eintrag des Hosts in ~/.ssh/config schreiben.</translation>
    </message>
    <message>
        <source>Going on with %1 needs a code, a password or a confirmation.</source>
        <translation>Weiter mit %1 geht es nur mit einem Code, einem Passwort oder einer Bestätigung.</translation>
    </message>
    <message>
        <source>Press Reconnect and answer one question.</source>
        <translation>„Wiederverbinden“ drücken und eine Frage beantworten.</translation>
    </message>
    <message>
        <source>There is no Slurm on %1: squeue was not found.</source>
        <translation>Auf %1 gibt es kein Slurm: squeue wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Connect to a login node of the cluster. Where Slurm comes with a module, load it in the login shell&apos;s start file.</source>
        <translation>Mit einem Login-Knoten des Clusters verbinden. Wo Slurm als Modul kommt, es in der Startdatei der Login-Shell laden.</translation>
    </message>
    <message>
        <source>The Slurm controller does not answer.</source>
        <translation>Der Slurm-Controller antwortet nicht.</translation>
    </message>
    <message>
        <source>The last data stay and are shown grey with their age. Running jobs go on; it is asked again by itself.</source>
        <translation>Die letzten Daten bleiben stehen, grau und mit ihrem Alter. Laufende Jobs laufen weiter; die nächste Anfrage folgt von selbst.</translation>
    </message>
    <message>
        <source>Slurm refuses us a step in this job.</source>
        <translation>Slurm verweigert uns einen Schritt (step) in diesem Job.</translation>
    </message>
    <message>
        <source>Slurm lets only the owner start steps in a job, administrators included. The queue and what the log says are left.</source>
        <translation>Slurm lässt nur den Eigentümer Schritte in einem Job starten, auch Administratoren nicht. Es bleiben die Warteschlange und was das Protokoll sagt.</translation>
    </message>
    <message>
        <source>The job is over or was requeued.</source>
        <translation>Der Job ist beendet oder wurde neu eingereiht.</translation>
    </message>
    <message>
        <source>What was read stays. A requeued job is followed again when it starts.</source>
        <translation>Das Gelesene bleibt. Ein neu eingereihter Job wird wieder verfolgt, sobald er startet.</translation>
    </message>
    <message>
        <source>An answer could not be understood.</source>
        <translation>Eine Antwort war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The last good data stay. Please report it with the text below.</source>
        <translation>Die letzten guten Daten bleiben. Bitte mit dem Text unten melden.</translation>
    </message>
    <message>
        <source>An answer was larger than what is read at once.</source>
        <translation>Eine Antwort war größer, als auf einmal gelesen wird.</translation>
    </message>
    <message>
        <source>Narrow the view, for example to your own jobs.</source>
        <translation>Die Ansicht einschränken, zum Beispiel auf die eigenen Jobs.</translation>
    </message>
    <message>
        <source>It was not found.</source>
        <translation>Nicht gefunden.</translation>
    </message>
    <message>
        <source>It may have been removed or renamed.</source>
        <translation>Vielleicht wurde es gelöscht oder umbenannt.</translation>
    </message>
    <message>
        <source>Permission was denied.</source>
        <translation>Zugriff verweigert.</translation>
    </message>
    <message>
        <source>Ask the owner for read access; for a log, &quot;chmod g+r&quot; on the file and g+x on its folders is enough.</source>
        <translation>Den Eigentümer um Leserecht bitten; für ein Protokoll genügen „chmod g+r“ für die Datei und g+x für ihre Ordner.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The other side does not offer what is needed.</source>
        <translation>Die Gegenseite bietet nicht an, was gebraucht wird.</translation>
    </message>
    <message>
        <source>For an SSH feature, try the pipe &quot;ssh program&quot; under Advanced in the connect dialog.</source>
        <translation>Für eine SSH-Funktion im Verbindungsdialog unter „Erweitert“ das ssh-Programm versuchen.</translation>
    </message>
    <message>
        <source>The local disk is full.</source>
        <translation>Der lokale Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The live view goes on; make room to keep the history.</source>
        <translation>Die Live-Ansicht geht weiter; für den Verlauf Platz schaffen.</translation>
    </message>
    <message>
        <source>Runs are not kept: the history on this computer cannot be used.</source>
        <translation>Läufe werden nicht aufgehoben: Der Verlauf auf diesem Rechner ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>The live view goes on. The text below tells the file and the reason; where it is damaged, move the file away and a new one is made.</source>
        <translation>Die Live-Ansicht geht weiter. Der Text unten nennt die Datei und den Grund; ist sie beschädigt, die Datei wegbewegen, dann wird eine neue angelegt.</translation>
    </message>
    <message>
        <source>Something went wrong in Paceline itself.</source>
        <translation>In Paceline selbst ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Please report it with the text below.</source>
        <translation>Bitte mit dem Text unten melden.</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation>ms</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation>d</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Limit</translation>
    </message>
</context>
<context>
    <name>Entities</name>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>The filter ends too early.</source>
        <translation>Der Filter endet zu früh.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not expected here.</source>
        <translation>„%1“ wird hier nicht erwartet.</translation>
    </message>
    <message>
        <source>A closing parenthesis is missing.</source>
        <translation>Eine schließende Klammer fehlt.</translation>
    </message>
    <message>
        <source>Not a regular expression: %1</source>
        <translation>Kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;. Fields: id, name, user, account, qos, partition, state, reason, nodes, gpus, cpus, elapsed, limit.</source>
        <translation>Es gibt kein Feld „%1“. Felder: id, name, user, account, qos, partition, state, reason, nodes, gpus, cpus, elapsed, limit.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>JobCells</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>Elapsed / limit</source>
        <translation>Vergangen / Limit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>QOS</source>
        <translation>QOS</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPUs</translation>
    </message>
    <message>
        <source>Node list</source>
        <translation>Knotenliste</translation>
    </message>
    <message>
        <source>When the job started; of a waiting job Slurm&apos;s estimate, where it makes one</source>
        <translation>Wann der Job startete; bei einem wartenden Slurms Schätzung, wo es eine gibt</translation>
    </message>
    <message>
        <source>Allocated GPUs; of a waiting job those asked for</source>
        <translation>Zugeteilte GPUs; bei einem wartenden Job die angeforderten</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <comment>tasks of an array</comment>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <comment>tasks of an array</comment>
        <translation>%1 beendet</translation>
    </message>
    <message>
        <source>Slurm: %1</source>
        <translation>Slurm: %1</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <comment>tasks of an array</comment>
        <translation>%1 von %2 laufen</translation>
    </message>
    <message>
        <source>Array of %1 tasks: %2 running, %3 waiting, %4 ended</source>
        <translation>Array aus %1 Tasks: %2 laufen, %3 warten, %4 beendet</translation>
    </message>
</context>
<context>
    <name>JobFacts</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>running %1 of %2</source>
        <translation>läuft %1 von %2</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>läuft %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>Zugeteilt</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehlerausgabe</translation>
    </message>
    <message>
        <source>Submitted as</source>
        <translation>Abgesandt als</translation>
    </message>
    <message>
        <source>Batch host</source>
        <translation>Batch-Host</translation>
    </message>
    <message>
        <source>%1 partition</source>
        <translation>Partition %1</translation>
    </message>
    <message>
        <source>What the verdict rests on</source>
        <translation>Worauf der Befund beruht</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Quality of service</source>
        <translation>Dienstgüte (QOS)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Gelesen von</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Queue entry (squeue)</source>
        <translation>Eintrag der Warteschlange (squeue)</translation>
    </message>
    <message>
        <source>All facts (scontrol)</source>
        <translation>Alle Fakten (scontrol)</translation>
    </message>
    <message>
        <source>Accounting (sacct)</source>
        <translation>Abrechnung (sacct)</translation>
    </message>
    <message>
        <source>Shell on the job&apos;s first node (srun)</source>
        <translation>Shell auf dem ersten Knoten des Jobs (srun)</translation>
    </message>
    <message>
        <source>Follow the log (tail)</source>
        <translation>Dem Protokoll folgen (tail)</translation>
    </message>
    <message>
        <source>%1 (%2 a node)</source>
        <comment>GPUs in all, and on each node</comment>
        <translation>%1 (%2 je Knoten)</translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>free</source>
        <comment>node</comment>
        <translation>frei</translation>
    </message>
    <message>
        <source>partly used</source>
        <comment>node</comment>
        <translation>teilweise belegt</translation>
    </message>
    <message>
        <source>fully used</source>
        <comment>node</comment>
        <translation>voll belegt</translation>
    </message>
    <message>
        <source>down</source>
        <comment>node</comment>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>in error</source>
        <comment>node</comment>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>not yet there</source>
        <comment>node</comment>
        <translation>noch nicht da</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>time limit reached</source>
        <translation>Zeitlimit erreicht</translation>
    </message>
    <message>
        <source>node failed</source>
        <translation>Knoten ausgefallen</translation>
    </message>
    <message>
        <source>preempted</source>
        <translation>verdrängt</translation>
    </message>
    <message>
        <source>boot failed</source>
        <translation>Start der Knoten gescheitert</translation>
    </message>
    <message>
        <source>deadline missed</source>
        <translation>Termin verpasst</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>Speicher erschöpft</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>endet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>requeued and held</source>
        <translation>neu eingereiht und festgehalten</translation>
    </message>
    <message>
        <source>requeued</source>
        <translation>neu eingereiht</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>Rückgabewert %1</translation>
    </message>
    <message>
        <source>killed by signal %1</source>
        <translation>durch Signal %1 beendet</translation>
    </message>
    <message>
        <source>killed by signal %1 (%2)</source>
        <translation>durch Signal %1 beendet (%2)</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>node</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>does not answer</source>
        <comment>node</comment>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>powered off</source>
        <comment>node</comment>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>booting</source>
        <comment>node</comment>
        <translation>fährt hoch</translation>
    </message>
    <message>
        <source>drained</source>
        <comment>node</comment>
        <translation>außer Betrieb genommen</translation>
    </message>
    <message>
        <source>draining</source>
        <comment>node</comment>
        <translation>wird außer Betrieb genommen</translation>
    </message>
    <message>
        <source>in maintenance</source>
        <comment>node</comment>
        <translation>in Wartung</translation>
    </message>
    <message>
        <source>reserved</source>
        <comment>node</comment>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node state: reason</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>CPU busy</source>
        <translation>CPU belegt</translation>
    </message>
    <message>
        <source>CPU user</source>
        <translation>CPU Benutzer</translation>
    </message>
    <message>
        <source>CPU system</source>
        <translation>CPU System</translation>
    </message>
    <message>
        <source>CPU waiting for I/O</source>
        <translation>CPU wartet auf E/A</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Network in</source>
        <translation>Netz ein</translation>
    </message>
    <message>
        <source>Network out</source>
        <translation>Netz aus</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Throughput (tokens)</source>
        <translation>Durchsatz (Tokens)</translation>
    </message>
    <message>
        <source>Throughput (steps)</source>
        <translation>Durchsatz (Schritte)</translation>
    </message>
    <message>
        <source>Step time</source>
        <translation>Dauer eines Schritts</translation>
    </message>
    <message>
        <source>Time waiting for data</source>
        <translation>Wartezeit auf Daten</translation>
    </message>
    <message>
        <source>CPU taken by other guests</source>
        <translation>CPU für andere Gäste</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Genauigkeit (Validierung)</translation>
    </message>
    <message>
        <source>Accuracy (top 5)</source>
        <translation>Genauigkeit (Top 5)</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>Verlustskalierung</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>GPU-Speicher</translation>
    </message>
    <message>
        <source>Model FLOPs utilisation</source>
        <translation>Ausnutzung der FLOPs (MFU)</translation>
    </message>
    <message>
        <source>Epoch time</source>
        <translation>Zeit einer Epoche</translation>
    </message>
    <message>
        <source>%1, derived</source>
        <translation>%1, abgeleitet</translation>
    </message>
    <message>
        <source>GPU kernel resident</source>
        <translation>GPU: Kernel geladen</translation>
    </message>
    <message>
        <source>GPU power</source>
        <translation>GPU-Leistung</translation>
    </message>
    <message>
        <source>GPU temperature</source>
        <translation>GPU-Temperatur</translation>
    </message>
    <message>
        <source>GPU clock</source>
        <translation>GPU-Takt</translation>
    </message>
    <message>
        <source>GPU throttled</source>
        <translation>GPU gedrosselt</translation>
    </message>
    <message>
        <source>GPU memory used</source>
        <translation>GPU-Speicher belegt</translation>
    </message>
    <message>
        <source>CPU used by the job</source>
        <translation>CPU-Nutzung des Jobs</translation>
    </message>
    <message>
        <source>Memory of the job, file cache included</source>
        <translation>Speicher des Jobs mit Dateicache</translation>
    </message>
    <message>
        <source>Tasks waiting for CPU</source>
        <translation>Warten auf CPU</translation>
    </message>
    <message>
        <source>Tasks waiting for memory</source>
        <translation>Warten auf Speicher</translation>
    </message>
    <message>
        <source>Tasks waiting for I/O</source>
        <translation>Warten auf E/A</translation>
    </message>
    <message>
        <source>Fabric in</source>
        <translation>Fabric ein</translation>
    </message>
    <message>
        <source>Fabric out</source>
        <translation>Fabric aus</translation>
    </message>
    <message>
        <source>Fabric port held back</source>
        <translation>Fabric-Port ausgebremst</translation>
    </message>
    <message>
        <source>Fabric errors</source>
        <translation>Fabric-Fehler</translation>
    </message>
    <message>
        <source>NFS read</source>
        <translation>NFS gelesen</translation>
    </message>
    <message>
        <source>NFS written</source>
        <translation>NFS geschrieben</translation>
    </message>
    <message>
        <source>Lustre read</source>
        <translation>Lustre gelesen</translation>
    </message>
    <message>
        <source>Lustre written</source>
        <translation>Lustre geschrieben</translation>
    </message>
    <message>
        <source>Disk read</source>
        <translation>Platte gelesen</translation>
    </message>
    <message>
        <source>Disk written</source>
        <translation>Platte geschrieben</translation>
    </message>
    <message>
        <source>Read by the job</source>
        <translation>Vom Job gelesen</translation>
    </message>
    <message>
        <source>Written by the job</source>
        <translation>Vom Job geschrieben</translation>
    </message>
    <message>
        <source>I/O calls of the job</source>
        <translation>E/A-Aufrufe des Jobs</translation>
    </message>
    <message>
        <source>Processes of the job stuck in I/O</source>
        <translation>In E/A hängende Prozesse des Jobs</translation>
    </message>
    <message>
        <source>Node power</source>
        <translation>Leistung des Knotens</translation>
    </message>
    <message>
        <source>CPU power</source>
        <translation>CPU-Leistung</translation>
    </message>
    <message>
        <source>GPU memory temperature</source>
        <translation>Temperatur des GPU-Speichers</translation>
    </message>
    <message>
        <source>GPU multiprocessors active</source>
        <translation>GPU-Multiprozessoren aktiv</translation>
    </message>
    <message>
        <source>GPU tensor cores active</source>
        <translation>Tensorkerne aktiv</translation>
    </message>
    <message>
        <source>GPU memory traffic</source>
        <translation>Datenverkehr des GPU-Speichers</translation>
    </message>
    <message>
        <source>NVLink out</source>
        <translation>NVLink, Versand</translation>
    </message>
    <message>
        <source>NVLink in</source>
        <translation>NVLink, Empfang</translation>
    </message>
    <message>
        <source>PCIe out of the GPU</source>
        <translation>PCIe aus der GPU</translation>
    </message>
    <message>
        <source>PCIe into the GPU</source>
        <translation>PCIe in die GPU</translation>
    </message>
    <message>
        <source>GPU clocks held down</source>
        <translation>GPU-Takt gedrosselt durch</translation>
    </message>
    <message>
        <source>GPU memory errors not corrected</source>
        <translation>Nicht korrigierte GPU-Speicherfehler</translation>
    </message>
    <message>
        <source>GPU power limit</source>
        <translation>Leistungsgrenze der GPU</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>im Leerlauf</translation>
    </message>
    <message>
        <source>clocks set by the site</source>
        <translation>vom Zentrum gesetzter Takt</translation>
    </message>
    <message>
        <source>power limit</source>
        <translation>Leistungsgrenze</translation>
    </message>
    <message>
        <source>hardware slowdown</source>
        <translation>Hardware-Drosselung</translation>
    </message>
    <message>
        <source>as slow as its group</source>
        <translation>so langsam wie ihre Gruppe</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>too hot</source>
        <translation>zu heiß</translation>
    </message>
    <message>
        <source>power brake of the node</source>
        <translation>Leistungsbremse des Knotens</translation>
    </message>
    <message>
        <source>display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>NodeFilter</name>
    <message>
        <source>There is no field &quot;%1&quot;. Fields: name, state, partition, feature, reason, gpu, cpus, load, memory, gpus, freecpus, freemem, freegpus.</source>
        <translation>Es gibt kein Feld „%1“. Felder: name, state, partition, feature, reason, gpu, cpus, load, memory, gpus, freecpus, freemem, freegpus.</translation>
    </message>
</context>
<context>
    <name>NodeGroups</name>
    <message>
        <source>without features</source>
        <translation>ohne Merkmale</translation>
    </message>
    <message>
        <source>in no partition</source>
        <translation>in keiner Partition</translation>
    </message>
</context>
<context>
    <name>NodeMark</name>
    <message>
        <source>fully used</source>
        <translation>voll belegt</translation>
    </message>
    <message>
        <source>partly used</source>
        <translation>teilweise belegt</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>powered off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>drained</source>
        <translation>außer Betrieb genommen</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>NodeNames</name>
    <message>
        <source>other names</source>
        <translation>andere Namen</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>--theme takes light, dark, contrast or system, not &quot;%1&quot;.</source>
        <translation>--theme nimmt light, dark, contrast oder system, nicht „%1“.</translation>
    </message>
    <message>
        <source>--size takes WIDTHxHEIGHT in pixels, not &quot;%1&quot;.</source>
        <translation>--size nimmt BREITExHÖHE in Pixeln, nicht „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host name.</source>
        <translation>„%1“ ist kein Hostname.</translation>
    </message>
    <message>
        <source>--speed takes a factor from 0.25 to 64.</source>
        <translation>--speed nimmt einen Faktor von 0,25 bis 64.</translation>
    </message>
    <message>
        <source>Dashboard for deep-learning jobs on Slurm clusters.</source>
        <translation>Übersicht über Deep-Learning-Jobs auf Slurm-Clustern.</translation>
    </message>
    <message>
        <source>Alias, user@host, local:, demo:, or a recorded session (FILE.paceline).</source>
        <translation>Alias, benutzer@host, local:, demo: oder eine aufgezeichnete Sitzung (DATEI.paceline).</translation>
    </message>
    <message>
        <source>Show the built-in recorded session; no cluster and no network needed.</source>
        <translation>Die eingebaute aufgezeichnete Sitzung zeigen; weder Cluster noch Netz nötig.</translation>
    </message>
    <message>
        <source>Use this ssh configuration file instead of the user&apos;s and the system&apos;s.</source>
        <translation>Diese ssh-Konfigurationsdatei statt der des Benutzers und des Systems benutzen.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Log in with the ssh program instead of the built-in client.</source>
        <translation>Mit dem ssh-Programm statt dem eingebauten Client anmelden.</translation>
    </message>
    <message>
        <source>Open this job.</source>
        <translation>Diesen Job öffnen.</translation>
    </message>
    <message>
        <source>id</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Speed of a recorded session, 0.25 to 64.</source>
        <translation>Geschwindigkeit einer aufgezeichneten Sitzung, 0,25 bis 64.</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>light, dark, contrast or system.</source>
        <translation>light, dark, contrast oder system.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size of the window in pixels.</source>
        <translation>Größe des Fensters in Pixeln.</translation>
    </message>
    <message>
        <source>WxH</source>
        <translation>BxH</translation>
    </message>
    <message>
        <source>Write pictures of every page to this folder and quit.</source>
        <translation>Bilder aller Seiten in diesen Ordner schreiben und beenden.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>--job takes a job&apos;s number.</source>
        <translation>--job nimmt die Nummer eines Jobs.</translation>
    </message>
    <message>
        <source>Record the session to this file, to be played again or sent with a bug report.</source>
        <translation>Die Sitzung in diese Datei aufzeichnen, zum Abspielen oder für einen Fehlerbericht.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Connect to a cluster</source>
        <translation>Mit einem Cluster verbinden</translation>
    </message>
    <message>
        <source>Show the overview</source>
        <translation>Übersicht zeigen</translation>
    </message>
    <message>
        <source>Ask for the queue now</source>
        <translation>Die Warteschlange jetzt abfragen</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Keys and terms</source>
        <translation>Tasten und Begriffe</translation>
    </message>
    <message>
        <source>All curves of this job</source>
        <translation>Alle Kurven dieses Jobs</translation>
    </message>
    <message>
        <source>Patterns of log lines</source>
        <translation>Muster für Protokollzeilen</translation>
    </message>
    <message>
        <source>Show the cluster map</source>
        <translation>Clusterkarte zeigen</translation>
    </message>
    <message>
        <source>Show scaling</source>
        <translation>Skalierung zeigen</translation>
    </message>
    <message>
        <source>Show baselines</source>
        <translation>Vergleichswerte zeigen</translation>
    </message>
    <message>
        <source>Save this run as a baseline</source>
        <translation>Diesen Lauf als Vergleichswert sichern</translation>
    </message>
</context>
<context>
    <name>PatternDialog</name>
    <message>
        <source>A curve</source>
        <translation>Eine Kurve</translation>
    </message>
    <message>
        <source>The step</source>
        <translation>Der Schritt</translation>
    </message>
    <message>
        <source>How many steps there will be</source>
        <translation>Wie viele Schritte es werden</translation>
    </message>
    <message>
        <source>The epoch</source>
        <translation>Die Epoche</translation>
    </message>
    <message>
        <source>How many epochs there will be</source>
        <translation>Wie viele Epochen es werden</translation>
    </message>
    <message>
        <source>The step within the epoch</source>
        <translation>Der Schritt innerhalb der Epoche</translation>
    </message>
    <message>
        <source>How many steps an epoch has</source>
        <translation>Wie viele Schritte eine Epoche hat</translation>
    </message>
    <message>
        <source>How many samples were seen</source>
        <translation>Wie viele Beispiele gesehen wurden</translation>
    </message>
    <message>
        <source>The time since the start</source>
        <translation>Die Zeit seit dem Beginn</translation>
    </message>
    <message>
        <source>Seconds since the start</source>
        <translation>Sekunden seit dem Beginn</translation>
    </message>
    <message>
        <source>Not used; it may be any</source>
        <translation>Nicht verwendet; beliebig</translation>
    </message>
    <message>
        <source>Not used; it is always the same</source>
        <translation>Nicht verwendet; immer dieselbe</translation>
    </message>
    <message>
        <source>%1 of %2 lines look like this.</source>
        <translation>%1 von %2 Zeilen sehen so aus.</translation>
    </message>
    <message>
        <source>Still looking …</source>
        <translation>Wird noch gesucht …</translation>
    </message>
    <message>
        <source>▲ On some lines this expression takes too long; they are passed over.</source>
        <translation>▲ Bei manchen Zeilen dauert dieser Ausdruck zu lange; sie werden übergangen.</translation>
    </message>
    <message numerus="yes">
        <source>▲ %n of these line(s) are read already, as %1. Your pattern comes first: what is not chosen here is no longer read from them.</source>
        <translation>
            <numerusform>▲ %n dieser Zeilen wird bereits als %1 gelesen. Ihr Muster kommt zuerst: Was hier nicht gewählt ist, wird aus ihr nicht mehr gelesen.</numerusform>
            <numerusform>▲ %n dieser Zeilen werden bereits als %1 gelesen. Ihr Muster kommt zuerst: Was hier nicht gewählt ist, wird aus ihnen nicht mehr gelesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishedFacts</name>
    <message>
        <source>%1, %2 on each accelerator</source>
        <translation>%1, %2 auf jedem Beschleuniger</translation>
    </message>
    <message>
        <source>%1 × %2 TFLOP/s, dense %3 peak of %4</source>
        <comment>64 × 312 TFLOP/s, dense bf16 peak of A100</comment>
        <translation>%1 × %2 TFLOP/s, Spitze bei dichtem %3 von %4</translation>
    </message>
    <message>
        <source>%1 = rate × (%2) / (%3); %4 FLOP each, without recomputation</source>
        <translation>%1 = Durchsatz × (%2) / (%3); je %4 FLOP, ohne Neuberechnung</translation>
    </message>
    <message>
        <source>%1; attention is left out, as the model&apos;s shape is not known</source>
        <translation>%1; ohne Attention, weil die Form des Modells nicht bekannt ist</translation>
    </message>
    <message>
        <source>MFU</source>
        <translation>MFU</translation>
    </message>
    <message>
        <source>%1 J a token</source>
        <translation>%1 J je Token</translation>
    </message>
    <message>
        <source>%1 J a sample</source>
        <translation>%1 J je Sample</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>%1 (%2, GPUs alone)</source>
        <translation>%1 (%2, nur die GPUs)</translation>
    </message>
    <message>
        <source>%1 (%2, whole nodes)</source>
        <translation>%1 (%2, ganze Knoten)</translation>
    </message>
    <message>
        <source>Beside published results</source>
        <translation>Neben veröffentlichten Ergebnissen</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>Benchmark</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Log&apos;s rate</source>
        <translation>Durchsatz im Log</translation>
    </message>
    <message>
        <source>of %1 (%2)</source>
        <translation>gilt für %1 (%2)</translation>
    </message>
    <message>
        <source>one accelerator</source>
        <translation>einen Beschleuniger</translation>
    </message>
    <message>
        <source>the whole job</source>
        <translation>den ganzen Job</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>of other variants of this accelerator: none is published</source>
        <translation>von anderen Varianten dieses Beschleunigers: für diese ist nichts veröffentlicht</translation>
    </message>
    <message>
        <source>no throughput at this scale on this accelerator</source>
        <translation>kein Durchsatz in dieser Größe auf diesem Beschleuniger</translation>
    </message>
    <message>
        <source>This job</source>
        <translation>Dieser Job</translation>
    </message>
</context>
<context>
    <name>PublishedText</name>
    <message>
        <source>%1 × %2</source>
        <comment>64 × A100</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>each of %1</source>
        <comment>of 64 × A100</comment>
        <translation>je einer von %1</translation>
    </message>
    <message>
        <source>published, %1</source>
        <comment>64 × A100</comment>
        <translation>veröffentlicht, %1</translation>
    </message>
    <message>
        <source>carried on from published scales, %1</source>
        <comment>64 × A100</comment>
        <translation>aus veröffentlichten Größen fortgesetzt, %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>published, 64 × A100: MLPerf v2.0</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>figure, unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <comment>lowest, highest, unit</comment>
        <translation>%1 bis %2 %3</translation>
    </message>
    <message>
        <source>%1 of each accelerator</source>
        <translation>%1 je Beschleuniger</translation>
    </message>
    <message>
        <source>at least %1, as start-up and evaluation count in</source>
        <translation>mindestens %1, denn Start und Auswertung zählen mit</translation>
    </message>
    <message>
        <source>%1; carried on below the smallest scale that is published</source>
        <translation>%1; fortgesetzt unter die kleinste veröffentlichte Größe</translation>
    </message>
    <message>
        <source>%1; carried on above the greatest scale that is published</source>
        <translation>%1; fortgesetzt über die größte veröffentlichte Größe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>MLPerf v2.0: Azure, Dell</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <source>from the log: “%1”</source>
        <translation>aus dem Log: „%1“</translation>
    </message>
    <message>
        <source>from the name of the job: “%1”</source>
        <translation>aus dem Namen des Jobs: „%1“</translation>
    </message>
    <message>
        <source>from the script: “%1”</source>
        <translation>aus dem Skript: „%1“</translation>
    </message>
    <message>
        <source>from the command: “%1”</source>
        <translation>aus dem Befehl: „%1“</translation>
    </message>
    <message>
        <source>from the format of the log: %1</source>
        <translation>aus dem Format des Logs: %1</translation>
    </message>
    <message>
        <source>type of GPU in Slurm: “%1”</source>
        <translation>GPU-Typ in Slurm: „%1“</translation>
    </message>
    <message>
        <source>from the partition: “%1”</source>
        <translation>aus der Partition: „%1“</translation>
    </message>
    <message>
        <source>none, chosen by you</source>
        <translation>keiner, von Ihnen gewählt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1, %2 B parameters</source>
        <comment>model, billions</comment>
        <translation>%1, %2 Mrd. Parameter</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>guess, reason</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>perhaps %1</source>
        <translation>vielleicht %1</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>next in line, waits for free resources</source>
        <translation>der Nächste in der Reihe, wartet auf freie Ressourcen</translation>
    </message>
    <message>
        <source>waits behind jobs of higher priority</source>
        <translation>wartet hinter Jobs mit höherer Priorität</translation>
    </message>
    <message>
        <source>waits for another job</source>
        <translation>wartet auf einen anderen Job</translation>
    </message>
    <message>
        <source>will never start: the job it waits for ended otherwise than asked</source>
        <translation>startet nie: der Job, auf den er wartet, endete anders als verlangt</translation>
    </message>
    <message>
        <source>start time not reached</source>
        <translation>Startzeit nicht erreicht</translation>
    </message>
    <message>
        <source>held by its user</source>
        <translation>vom Benutzer festgehalten</translation>
    </message>
    <message>
        <source>held by an administrator</source>
        <translation>von einem Administrator festgehalten</translation>
    </message>
    <message>
        <source>the array&apos;s own limit of running tasks is reached</source>
        <translation>das eigene Limit des Arrays für laufende Tasks ist erreicht</translation>
    </message>
    <message>
        <source>waits for its reservation to begin</source>
        <translation>wartet auf den Beginn seiner Reservierung</translation>
    </message>
    <message>
        <source>its reservation was removed</source>
        <translation>seine Reservierung wurde entfernt</translation>
    </message>
    <message>
        <source>waits for a licence</source>
        <translation>wartet auf eine Lizenz</translation>
    </message>
    <message>
        <source>a node that it needs is down</source>
        <translation>ein benötigter Knoten ist ausgefallen</translation>
    </message>
    <message>
        <source>a node that it asks for is not available</source>
        <translation>ein verlangter Knoten ist nicht verfügbar</translation>
    </message>
    <message>
        <source>no node can ever meet its constraints</source>
        <translation>kein Knoten kann seine Bedingungen je erfüllen</translation>
    </message>
    <message>
        <source>no node meets its constraints at present</source>
        <translation>zurzeit erfüllt kein Knoten seine Bedingungen</translation>
    </message>
    <message>
        <source>the partition is down</source>
        <translation>die Partition ist außer Betrieb</translation>
    </message>
    <message>
        <source>the partition starts no jobs at present</source>
        <translation>die Partition startet zurzeit keine Jobs</translation>
    </message>
    <message>
        <source>asks for more nodes than the partition allows or has</source>
        <translation>verlangt mehr Knoten, als die Partition erlaubt oder hat</translation>
    </message>
    <message>
        <source>asks for more time than the partition allows</source>
        <translation>verlangt mehr Zeit, als die Partition erlaubt</translation>
    </message>
    <message>
        <source>its account may not use the partition</source>
        <translation>sein Account darf die Partition nicht benutzen</translation>
    </message>
    <message>
        <source>its QOS may not use the partition</source>
        <translation>seine QOS darf die Partition nicht benutzen</translation>
    </message>
    <message>
        <source>its account is not valid</source>
        <translation>sein Account ist nicht gültig</translation>
    </message>
    <message>
        <source>its QOS is not valid</source>
        <translation>seine QOS ist nicht gültig</translation>
    </message>
    <message>
        <source>the account&apos;s limit of running jobs is reached</source>
        <translation>das Limit des Accounts für laufende Jobs ist erreicht</translation>
    </message>
    <message>
        <source>the account&apos;s limit of resources is reached</source>
        <translation>das Ressourcenlimit des Accounts ist erreicht</translation>
    </message>
    <message>
        <source>the account&apos;s time is used up</source>
        <translation>die Rechenzeit des Accounts ist verbraucht</translation>
    </message>
    <message>
        <source>the account&apos;s limit of GPUs is reached</source>
        <translation>das GPU-Limit des Accounts ist erreicht</translation>
    </message>
    <message>
        <source>the account&apos;s GPU time is used up</source>
        <translation>die GPU-Zeit des Accounts ist verbraucht</translation>
    </message>
    <message>
        <source>the account&apos;s limit of CPUs is reached</source>
        <translation>das CPU-Limit des Accounts ist erreicht</translation>
    </message>
    <message>
        <source>the account&apos;s CPU time is used up</source>
        <translation>die CPU-Zeit des Accounts ist verbraucht</translation>
    </message>
    <message>
        <source>the account&apos;s limit of nodes is reached</source>
        <translation>das Knotenlimit des Accounts ist erreicht</translation>
    </message>
    <message>
        <source>the account&apos;s budget is used up</source>
        <translation>das Budget des Accounts ist verbraucht</translation>
    </message>
    <message>
        <source>asks for more GPUs than the account allows for one job</source>
        <translation>verlangt mehr GPUs, als der Account einem Job erlaubt</translation>
    </message>
    <message>
        <source>asks for more time than the account allows</source>
        <translation>verlangt mehr Zeit, als der Account erlaubt</translation>
    </message>
    <message>
        <source>the QOS&apos;s limit of running jobs is reached</source>
        <translation>das Limit der QOS für laufende Jobs ist erreicht</translation>
    </message>
    <message>
        <source>the QOS&apos;s limit of resources is reached</source>
        <translation>das Ressourcenlimit der QOS ist erreicht</translation>
    </message>
    <message>
        <source>the QOS&apos;s time is used up</source>
        <translation>die Rechenzeit der QOS ist verbraucht</translation>
    </message>
    <message>
        <source>the QOS&apos;s usage threshold is crossed</source>
        <translation>die Nutzungsschwelle der QOS ist überschritten</translation>
    </message>
    <message>
        <source>the QOS&apos;s limit of GPUs is reached</source>
        <translation>das GPU-Limit der QOS ist erreicht</translation>
    </message>
    <message>
        <source>the QOS&apos;s limit of nodes is reached</source>
        <translation>das Knotenlimit der QOS ist erreicht</translation>
    </message>
    <message>
        <source>the QOS&apos;s limit of CPUs is reached</source>
        <translation>das CPU-Limit der QOS ist erreicht</translation>
    </message>
    <message>
        <source>your limit of GPUs in this QOS is reached</source>
        <translation>das eigene GPU-Limit in dieser QOS ist erreicht</translation>
    </message>
    <message>
        <source>asks for more GPUs than the QOS allows for one job</source>
        <translation>verlangt mehr GPUs, als die QOS einem Job erlaubt</translation>
    </message>
    <message>
        <source>your limit of running jobs in this QOS is reached</source>
        <translation>das eigene Limit für laufende Jobs in dieser QOS ist erreicht</translation>
    </message>
    <message>
        <source>your limit of CPUs in this QOS is reached</source>
        <translation>das eigene CPU-Limit in dieser QOS ist erreicht</translation>
    </message>
    <message>
        <source>your limit of nodes in this QOS is reached</source>
        <translation>das eigene Knotenlimit in dieser QOS ist erreicht</translation>
    </message>
    <message>
        <source>asks for more time than the QOS allows</source>
        <translation>verlangt mehr Zeit, als die QOS erlaubt</translation>
    </message>
    <message>
        <source>asks for more memory than allowed</source>
        <translation>verlangt mehr Speicher als erlaubt</translation>
    </message>
    <message>
        <source>waits for burst-buffer space</source>
        <translation>wartet auf Platz im Burst Buffer</translation>
    </message>
    <message>
        <source>its data are being staged in</source>
        <translation>seine Daten werden bereitgestellt</translation>
    </message>
    <message>
        <source>was requeued and its last run is being cleaned up</source>
        <translation>wurde neu eingereiht, sein letzter Lauf wird aufgeräumt</translation>
    </message>
    <message>
        <source>the site&apos;s prolog runs</source>
        <translation>das Prolog-Skript des Zentrums läuft</translation>
    </message>
    <message>
        <source>cannot end before its deadline</source>
        <translation>kann nicht vor seinem Termin enden</translation>
    </message>
    <message>
        <source>the launch failed; requeued and held, release it to try again</source>
        <translation>der Start scheiterte; neu eingereiht und festgehalten, zum erneuten Versuch freigeben</translation>
    </message>
    <message>
        <source>held: it was requeued too often</source>
        <translation>festgehalten: zu oft neu eingereiht</translation>
    </message>
    <message>
        <source>no front-end node is available</source>
        <translation>kein Front-End-Knoten ist verfügbar</translation>
    </message>
    <message>
        <source>waits for the next round of the scheduler</source>
        <translation>wartet auf die nächste Runde des Schedulers</translation>
    </message>
    <message>
        <source>ended with an exit code other than 0</source>
        <translation>endete mit einem Rückgabewert ungleich 0</translation>
    </message>
    <message>
        <source>reached its time limit</source>
        <translation>erreichte sein Zeitlimit</translation>
    </message>
    <message>
        <source>used more memory than it had</source>
        <translation>brauchte mehr Speicher, als er hatte</translation>
    </message>
    <message>
        <source>ended by a signal</source>
        <translation>durch ein Signal beendet</translation>
    </message>
    <message>
        <source>was inactive for too long</source>
        <translation>war zu lange untätig</translation>
    </message>
    <message>
        <source>the system failed</source>
        <translation>das System fiel aus</translation>
    </message>
    <message>
        <source>could not be launched</source>
        <translation>konnte nicht gestartet werden</translation>
    </message>
</context>
<context>
    <name>RunReferences</name>
    <message>
        <source>last run</source>
        <translation>letzter Lauf</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>Job %1</translation>
    </message>
</context>
<context>
    <name>Scaling</name>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>Set aside, because the other points contradict it: %1 accelerators.</source>
        <translation>Beiseitegelassen, weil die anderen Punkte widersprechen: %1 Beschleuniger.</translation>
    </message>
    <message>
        <source>Too few points: a curve takes three scales, better five.</source>
        <translation>Zu wenige Punkte: Eine Kurve braucht drei Größen, besser fünf.</translation>
    </message>
    <message>
        <source>No global batch is told, so that strong and weak scaling cannot be told apart; laws of all-reduce are left out.</source>
        <translation>Keine globale Batchgröße bekannt, daher sind starke und schwache Skalierung nicht zu unterscheiden; Gesetze mit All-Reduce bleiben weg.</translation>
    </message>
    <message>
        <source>The global batch changes with the scale, but not in step with it: this is neither strong nor weak scaling.</source>
        <translation>Die globale Batchgröße ändert sich mit der Größe, aber nicht im Gleichschritt: weder starke noch schwache Skalierung.</translation>
    </message>
    <message>
        <source>Not only the scale changes, but also: %1.</source>
        <translation>Nicht nur die Größe ändert sich, sondern auch: %1.</translation>
    </message>
    <message>
        <source>Some points are more than linear against %1 accelerators: look whether the reference was as well tuned, and whether caches or memory explain it.</source>
        <translation>Einige Punkte liegen über linear gegenüber %1 Beschleunigern: prüfen, ob die Referenz ebenso gut eingestellt war und ob Caches oder Speicher es erklären.</translation>
    </message>
    <message>
        <source>No throughput is told: runs per second are taken.</source>
        <translation>Kein Durchsatz bekannt: Läufe pro Sekunde werden genommen.</translation>
    </message>
    <message>
        <source>No law could be fitted.</source>
        <translation>Kein Gesetz ließ sich anpassen.</translation>
    </message>
    <message>
        <source>Three scales do not choose among laws: the curve is the simplest one for this kind of scaling.</source>
        <translation>Drei Größen wählen kein Gesetz aus: Die Kurve ist die einfachste für diese Art der Skalierung.</translation>
    </message>
    <message>
        <source>Laws with three parameters take five points; a forecast trusts that none of them is needed.</source>
        <translation>Gesetze mit drei Parametern brauchen fünf Punkte; eine Vorhersage vertraut darauf, dass keines nötig ist.</translation>
    </message>
    <message>
        <source>The reference scale does not belong to the curve: efficiencies are measured against a bad point. Take another reference.</source>
        <translation>Die Referenzgröße gehört nicht zur Kurve: Effizienzen beziehen sich auf einen schlechten Punkt. Eine andere Referenz wählen.</translation>
    </message>
    <message>
        <source>A parameter lies on its bound; its interval is one-sided.</source>
        <translation>Ein Parameter liegt an seiner Grenze; sein Intervall ist einseitig.</translation>
    </message>
    <message>
        <source>Another law fits about as well; bands of forecasts hold both.</source>
        <translation>Ein anderes Gesetz passt etwa gleich gut; die Bänder der Vorhersagen enthalten beide.</translation>
    </message>
    <message>
        <source>With one batch, a ring all-reduce is the same curve in other parameters.</source>
        <translation>Bei einer festen Batchgröße ist ein Ring-All-Reduce dieselbe Kurve mit anderen Parametern.</translation>
    </message>
    <message>
        <source>No law describes the points well: they scatter by %1 % around the best.</source>
        <translation>Kein Gesetz beschreibt die Punkte gut: Sie streuen um %1 % um das beste.</translation>
    </message>
    <message>
        <source>Forecasts beyond four times the largest scale are guesses.</source>
        <translation>Vorhersagen jenseits des Vierfachen der größten Größe sind Vermutungen.</translation>
    </message>
    <message>
        <source>Amdahl&apos;s law</source>
        <translation>Amdahls Gesetz</translation>
    </message>
    <message>
        <source>Gustafson&apos;s law</source>
        <translation>Gustafsons Gesetz</translation>
    </message>
    <message>
        <source>universal scalability law</source>
        <translation>Universal Scalability Law</translation>
    </message>
    <message>
        <source>compute and ring all-reduce</source>
        <translation>Rechnen und Ring-All-Reduce</translation>
    </message>
    <message>
        <source>compute and tree all-reduce</source>
        <translation>Rechnen und Baum-All-Reduce</translation>
    </message>
    <message>
        <source>%1: it was the only candidate.</source>
        <translation>%1: der einzige Kandidat.</translation>
    </message>
    <message>
        <source>%1: it foretells each scale best from the others (error %2 %); the information criterion alone does not decide.</source>
        <translation>%1: sagt jede Größe aus den anderen am besten vorher (Fehler %2 %); das Informationskriterium allein entscheidet nicht.</translation>
    </message>
    <message>
        <source>%1: it has the best information criterion by a clear margin.</source>
        <translation>%1: hat mit klarem Abstand das beste Informationskriterium.</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>Reading the SSH configuration</source>
        <translation>SSH-Konfiguration wird gelesen</translation>
    </message>
    <message>
        <source>Looking up the name</source>
        <translation>Name wird aufgelöst</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Agreeing on encryption</source>
        <translation>Verschlüsselung wird vereinbart</translation>
    </message>
    <message>
        <source>Checking the host key</source>
        <translation>Schlüssel des Hosts wird geprüft</translation>
    </message>
    <message>
        <source>Logging in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Starting the shell</source>
        <translation>Shell wird gestartet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation>Nicht mit %1 verbunden</translation>
    </message>
    <message>
        <source>Connecting to %1: %2</source>
        <translation>Verbinden mit %1: %2</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>Connection to %1 lost, next try in %2</source>
        <translation>Verbindung zu %1 verloren, nächster Versuch in %2</translation>
    </message>
    <message>
        <source>Reconnecting to %1</source>
        <translation>Wiederverbinden mit %1</translation>
    </message>
    <message>
        <source>Reconnect needs a code</source>
        <translation>Wiederverbinden braucht einen Code</translation>
    </message>
    <message>
        <source>Connecting to %1 failed</source>
        <translation>Verbinden mit %1 gescheitert</translation>
    </message>
    <message>
        <source>%1 requests/min</source>
        <translation>%1 Anfragen/min</translation>
    </message>
    <message>
        <source>%1 of a login core</source>
        <translation>%1 eines Login-Kerns</translation>
    </message>
    <message>
        <source>a step of ours on the job&apos;s nodes</source>
        <translation>einem eigenen Schritt (step) auf den Knoten des Jobs</translation>
    </message>
    <message>
        <source>SSH to the nodes</source>
        <translation>SSH zu den Knoten</translation>
    </message>
    <message>
        <source>a file that the job writes</source>
        <translation>einer Datei, die der Job schreibt</translation>
    </message>
    <message>
        <source>Slurm&apos;s own accounting (sstat)</source>
        <translation>Slurms eigener Abrechnung (sstat)</translation>
    </message>
    <message>
        <source>the queue only</source>
        <translation>der Warteschlange allein</translation>
    </message>
    <message>
        <source>Node counters from %1</source>
        <translation>Knotenzähler aus %1</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 do not answer</source>
        <translation>%1 antworten nicht</translation>
    </message>
    <message>
        <source>The queue</source>
        <translation>Die Warteschlange</translation>
    </message>
    <message>
        <source>The nodes</source>
        <translation>Die Knoten</translation>
    </message>
    <message>
        <source>The job</source>
        <translation>Der Job</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>Das Protokoll</translation>
    </message>
    <message>
        <source>The node counters</source>
        <translation>Die Knotenzähler</translation>
    </message>
    <message>
        <source>The connection</source>
        <translation>Die Verbindung</translation>
    </message>
    <message>
        <source>The history</source>
        <translation>Der Verlauf</translation>
    </message>
</context>
<context>
    <name>Summaries</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ticks</name>
    <message>
        <source>d MMM</source>
        <comment>date on a time axis</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>samples/s</source>
        <translation>Samples/s</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>Tokens/s</translation>
    </message>
    <message>
        <source>steps/s</source>
        <translation>Schritte/s</translation>
    </message>
</context>
<context>
    <name>VerdictText</name>
    <message>
        <source>%1: %2</source>
        <comment>state: reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>%1; no start estimated yet</source>
        <translation>%1; noch kein Start geschätzt</translation>
    </message>
    <message>
        <source>%1; expected to start in %2 (%3)</source>
        <translation>%1; Start erwartet in %2 (%3)</translation>
    </message>
    <message>
        <source>%1; the estimated start has passed</source>
        <translation>%1; der geschätzte Start ist vorbei</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>how and when a job ended</comment>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>not in the queue: it ended long ago, or the number is wrong</source>
        <translation>nicht in der Warteschlange: vor langer Zeit beendet, oder die Nummer ist falsch</translation>
    </message>
    <message>
        <source>waits in vain</source>
        <translation>wartet vergebens</translation>
    </message>
    <message>
        <source>starting: the nodes are being made ready</source>
        <translation>startet: die Knoten werden vorbereitet</translation>
    </message>
    <message>
        <source>suspended by Slurm or an administrator</source>
        <translation>von Slurm oder einem Administrator angehalten</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>running for %1</source>
        <translation>läuft seit %1</translation>
    </message>
    <message>
        <source>running %1 of %2</source>
        <translation>läuft %1 von %2</translation>
    </message>
    <message>
        <source>%1 slower since %2</source>
        <translation>%1 langsamer seit %2</translation>
    </message>
    <message>
        <source>%1 slower than before</source>
        <translation>%1 langsamer als zuvor</translation>
    </message>
    <message>
        <source>not learning, loss stays at %1 (%2 at the beginning)</source>
        <translation>lernt nicht, der Verlust bleibt bei %1 (%2 am Anfang)</translation>
    </message>
    <message>
        <source>loss is rising, %1 now and %2 at its best</source>
        <translation>der Verlust steigt, jetzt %1, bestenfalls %2</translation>
    </message>
    <message>
        <source>the loss is not a number any more</source>
        <translation>der Verlust ist keine Zahl mehr</translation>
    </message>
    <message>
        <source>the loss is not a number since step %1</source>
        <translation>der Verlust ist seit Schritt %1 keine Zahl</translation>
    </message>
    <message>
        <source>too few points yet to judge the loss (%1)</source>
        <translation>noch zu wenige Punkte, um den Verlust zu beurteilen (%1)</translation>
    </message>
    <message>
        <source>no known training format in the log, so no curves</source>
        <translation>kein bekanntes Trainingsformat im Protokoll, daher keine Kurven</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>ends about %1</source>
        <translation>endet etwa %1</translation>
    </message>
    <message>
        <source>ends about %1, %2 before the limit</source>
        <translation>endet etwa %1, %2 vor dem Limit</translation>
    </message>
    <message>
        <source>will reach the time limit at step %1 of %2</source>
        <translation>erreicht das Zeitlimit bei Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 left before the time limit</source>
        <translation>noch %1 bis zum Zeitlimit</translation>
    </message>
    <message>
        <source>no output since %1</source>
        <translation>keine Ausgabe seit %1</translation>
    </message>
    <message>
        <source>no output since %1 (usually every %2)</source>
        <translation>keine Ausgabe seit %1 (sonst alle %2)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>3 of 8 nodes</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 idle</source>
        <translation>%1 untätig</translation>
    </message>
    <message>
        <source>%1 is idle</source>
        <translation>%1 ist untätig</translation>
    </message>
    <message>
        <source>%1 do not answer</source>
        <translation>%1 antworten nicht</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 silent since %2</source>
        <translation>%1 stumm seit %2</translation>
    </message>
    <message>
        <source>node counters from %1</source>
        <translation>Knotenzähler aus %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what is read (why)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>nothing has come from the cluster yet</source>
        <translation>vom Cluster ist noch nichts gekommen</translation>
    </message>
    <message>
        <source>the data are from %1</source>
        <translation>die Daten sind von %1</translation>
    </message>
    <message>
        <source>the Slurm controller does not answer since %1</source>
        <translation>der Slurm-Controller antwortet nicht seit %1</translation>
    </message>
    <message>
        <source>not connected since %1</source>
        <translation>nicht verbunden seit %1</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 laufen, %2 warten</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>%1 of %2 out of service</source>
        <translation>%1 von %2 außer Betrieb</translation>
    </message>
    <message>
        <source>%1 rows of the queue could not be read</source>
        <translation>%1 Zeilen der Warteschlange waren nicht lesbar</translation>
    </message>
    <message>
        <source>the log cannot be read</source>
        <translation>das Protokoll ist nicht lesbar</translation>
    </message>
    <message>
        <source>%1 (little evidence yet)</source>
        <translation>%1 (noch wenig Belege)</translation>
    </message>
    <message>
        <source>told by Slurm</source>
        <translation>von Slurm gemeldet</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 Werte</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>all well</source>
        <translation>alles gut</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Learning, but %1.</source>
        <translation>Lernt, aber %1.</translation>
    </message>
    <message>
        <source>the queue is empty</source>
        <translation>die Warteschlange ist leer</translation>
    </message>
    <message>
        <source>you have no jobs in the queue</source>
        <translation>Sie haben keine Jobs in der Warteschlange</translation>
    </message>
    <message>
        <source>you have %1 running</source>
        <translation>von Ihnen läuft: %1</translation>
    </message>
    <message>
        <source>you have %1 waiting</source>
        <translation>von Ihnen wartet: %1</translation>
    </message>
    <message>
        <source>you have %1 running, %2 waiting</source>
        <translation>von Ihnen: %1 laufen, %2 warten</translation>
    </message>
    <message>
        <source>next to start: %1 at %2</source>
        <translation>als Nächstes startet: %1 um %2</translation>
    </message>
    <message>
        <source>learning, loss fell from %1 to about %2</source>
        <translation>lernt, Verlust sank von %1 auf etwa %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>a rate</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>time limit at %1</source>
        <translation>Zeitlimit um %1</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nichts zu tun</translation>
    </message>
    <message>
        <source>%1 free, %2 free</source>
        <comment>nodes, GPUs</comment>
        <translation>%1 frei, %2 frei</translation>
    </message>
    <message>
        <source>the job may hang: check the node, then requeue without it</source>
        <translation>der Job hängt vielleicht: Knoten prüfen, dann ohne ihn neu einreihen</translation>
    </message>
    <message>
        <source>check that a rank was started there</source>
        <translation>prüfen, ob dort ein Rank gestartet wurde</translation>
    </message>
    <message>
        <source>stop it and go back to a checkpoint</source>
        <translation>anhalten und zu einem Sicherungspunkt zurückgehen</translation>
    </message>
    <message>
        <source>have it save before the limit, or ask for more time</source>
        <translation>vor dem Zeitlimit sichern lassen oder mehr Zeit erbitten</translation>
    </message>
    <message>
        <source>have it save now</source>
        <translation>jetzt sichern lassen</translation>
    </message>
    <message>
        <source>it may hang: look at its processes</source>
        <translation>hängt vielleicht: seine Prozesse ansehen</translation>
    </message>
    <message>
        <source>see below which node differs</source>
        <translation>unten ist zu sehen, welcher Knoten abweicht</translation>
    </message>
    <message>
        <source>output is buffered and comes %1 at a time, every %2</source>
        <translation>die Ausgabe ist gepuffert und kommt zu je %1, alle %2</translation>
    </message>
    <message>
        <source>output is buffered and comes %1 at a time</source>
        <translation>die Ausgabe ist gepuffert und kommt zu je %1</translation>
    </message>
    <message>
        <source>%1 (PYTHONUNBUFFERED=1 or stdbuf -oL mends it)</source>
        <comment>what happens with the output</comment>
        <translation>%1 (PYTHONUNBUFFERED=1 oder stdbuf -oL behebt es)</translation>
    </message>
    <message>
        <source>GPU %1 of %2</source>
        <comment>number, node</comment>
        <translation>GPU %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>3 of 8 GPUs</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 is throttled since %2</source>
        <comment>GPU 3 of n017, 14:02</comment>
        <translation>%1 ist seit %2 gedrosselt</translation>
    </message>
    <message>
        <source>%1 throttled since %2</source>
        <comment>3 of 8 GPUs, 14:02</comment>
        <translation>%1 seit %2 gedrosselt</translation>
    </message>
    <message>
        <source>check that every rank uses its own GPU</source>
        <translation>prüfen, ob jeder Rang seine eigene GPU benutzt</translation>
    </message>
    <message>
        <source>the whole job waits for the slowest: have the node checked</source>
        <translation>der ganze Job wartet auf die langsamste: den Knoten prüfen lassen</translation>
    </message>
    <message>
        <source>takes no work (%1)</source>
        <translation>nimmt keine Arbeit an (%1)</translation>
    </message>
    <message>
        <source>takes no work (%1): %2</source>
        <comment>state, reason</comment>
        <translation>nimmt keine Arbeit an (%1): %2</translation>
    </message>
    <message>
        <source>takes no work (%1): %2, said %3</source>
        <comment>state, reason, who</comment>
        <translation>nimmt keine Arbeit an (%1): %2, sagt %3</translation>
    </message>
    <message>
        <source>Slurm has told nothing of this node yet</source>
        <translation>Slurm hat von diesem Knoten noch nichts gesagt</translation>
    </message>
    <message>
        <source>works for %1</source>
        <translation>arbeitet für %1</translation>
    </message>
    <message>
        <source>no job that we see runs here</source>
        <translation>kein sichtbarer Job läuft hier</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>64 × A100</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>publisher, 64 × A100</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, carried on from other scales</source>
        <translation>%1, aus anderen Größen fortgesetzt</translation>
    </message>
    <message>
        <source>at %1 of the published rate (%2)</source>
        <translation>bei %1 des veröffentlichten Durchsatzes (%2)</translation>
    </message>
    <message>
        <source>at %1 of %2 (%3)</source>
        <comment>share, MLPerf v2.0, scale</comment>
        <translation>bei %1 von %2 (%3)</translation>
    </message>
    <message>
        <source>what it is compared with stands in the facts</source>
        <translation>womit verglichen wird, steht in den Fakten</translation>
    </message>
</context>
<context>
    <name>paceline::BaselineDetails</name>
    <message>
        <source>Choose a record: its figure, its citation and all that is known of it stand here.</source>
        <translation>Wählen Sie einen Eintrag: Hier stehen sein Wert, das Zitat und alles, was von ihm bekannt ist.</translation>
    </message>
    <message>
        <source>The same runs as a record of an earlier round: left out of curves.</source>
        <translation>Dieselben Läufe wie ein Eintrag einer früheren Runde: in Kurven ausgelassen.</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>All that is known</source>
        <translation>Alles Bekannte</translation>
    </message>
</context>
<context>
    <name>paceline::BaselineFilters</name>
    <message>
        <source>Part of the catalogue</source>
        <translation>Teil des Katalogs</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>Benchmark</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Submitter or source</source>
        <translation>Einreicher oder Quelle</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Whole catalogue</source>
        <translation>Ganzer Katalog</translation>
    </message>
    <message>
        <source>All benchmarks</source>
        <translation>Alle Benchmarks</translation>
    </message>
    <message>
        <source>All accelerators</source>
        <translation>Alle Beschleuniger</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Alle Jahre</translation>
    </message>
    <message>
        <source>All precisions</source>
        <translation>Alle Genauigkeiten</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Search, for example  dgx accelerators&gt;=64 year&gt;2020</source>
        <translation>Suche, zum Beispiel  dgx accelerators&gt;=64 year&gt;2020</translation>
    </message>
    <message>
        <source>Search the baselines</source>
        <translation>Vergleichswerte durchsuchen</translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Least number of accelerators</source>
        <translation>Kleinste Zahl von Beschleunigern</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Largest number of accelerators</source>
        <translation>Größte Zahl von Beschleunigern</translation>
    </message>
</context>
<context>
    <name>paceline::BaselineModel</name>
    <message>
        <source>Number of accelerators</source>
        <translation>Zahl der Beschleuniger</translation>
    </message>
    <message>
        <source>Of the whole system; of MLPerf over whole runs, evaluation and start-up included</source>
        <translation>Des ganzen Systems; bei MLPerf über ganze Läufe, mit Auswertung und Start</translation>
    </message>
</context>
<context>
    <name>paceline::BaselinesDesk</name>
    <message>
        <source>Import baselines of your own</source>
        <translation>Eigene Vergleichswerte einlesen</translation>
    </message>
    <message>
        <source>Baselines (*.csv *.tsv *.json *.jsonl)</source>
        <translation>Vergleichswerte (*.csv *.tsv *.json *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A file of baselines is larger than 32 MiB: %1</source>
        <translation>Eine Datei mit Vergleichswerten ist größer als 32 MiB: %1</translation>
    </message>
    <message>
        <source>Your baselines could not be saved, the disk is full: %1</source>
        <translation>Ihre Vergleichswerte konnten nicht gesichert werden, die Platte ist voll: %1</translation>
    </message>
    <message>
        <source>A file of baselines cannot be opened: %1</source>
        <translation>Eine Datei mit Vergleichswerten lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>A file of baselines was not understood: %1
It stays; where yours is saved anew, the old one is kept beside it as .unreadable.</source>
        <translation>Eine Datei mit Vergleichswerten wurde nicht verstanden: %1
Sie bleibt; wird Ihre neu gesichert, steht die alte daneben als .unreadable.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) imported from %1.</source>
        <translation>
            <numerusform>%n Eintrag aus %1 eingelesen.</numerusform>
            <numerusform>%n Einträge aus %1 eingelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n war schon da.</numerusform>
            <numerusform>%n waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <comment>number, field that does not fit</comment>
        <translation>Zeile %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out (%1).</source>
        <translation>
            <numerusform>%n Zeile wurde ausgelassen (%1).</numerusform>
            <numerusform>%n Zeilen wurden ausgelassen (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paceline::BaselinesPage</name>
    <message>
        <source>Copy citation</source>
        <translation>Zitat kopieren</translation>
    </message>
    <message>
        <source>Copy BibTeX</source>
        <translation>BibTeX kopieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation>Zeilen als CSV kopieren</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei einlesen …</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Time to train</source>
        <translation>Trainingszeit</translation>
    </message>
    <message>
        <source>Per accelerator</source>
        <translation>Je Beschleuniger</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>Effizienz</translation>
    </message>
    <message>
        <source>CSV or JSON with the catalogue&apos;s names: at least benchmark, metric, value and unit</source>
        <translation>CSV oder JSON mit den Namen des Katalogs: wenigstens benchmark, metric, value und unit</translation>
    </message>
    <message>
        <source>All rows that are listed, or those that are chosen when there is more than one</source>
        <translation>Alle gezeigten Zeilen, oder die gewählten, wenn es mehrere sind</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Vergleichswerte</translation>
    </message>
    <message>
        <source>Reading the catalogue…</source>
        <translation>Der Katalog wird gelesen …</translation>
    </message>
    <message>
        <source>The catalogue cannot be read.</source>
        <translation>Der Katalog lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>There is nothing to list.</source>
        <translation>Es gibt nichts zu zeigen.</translation>
    </message>
    <message>
        <source>No record is like that.</source>
        <translation>Kein Eintrag ist so.</translation>
    </message>
    <message>
        <source>Each choice tells how many records it would list.</source>
        <translation>Jede Auswahl sagt, wie viele Einträge sie zeigen würde.</translation>
    </message>
    <message>
        <source>No record is like that</source>
        <translation>Kein Eintrag ist so</translation>
    </message>
    <message>
        <source>Widen a choice or the scale, or clear the search.</source>
        <translation>Erweitern Sie eine Auswahl oder die Größe, oder leeren Sie die Suche.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Efficiency against the smallest scale</source>
        <translation>Effizienz gegen die kleinste Größe</translation>
    </message>
    <message>
        <source>No curve of this quantity among these records: a curve takes one source&apos;s figures at two scales or more.</source>
        <translation>Keine Kurve dieser Größe unter diesen Einträgen: Eine Kurve braucht Werte einer Quelle bei zwei oder mehr Beschleunigerzahlen.</translation>
    </message>
</context>
<context>
    <name>paceline::BenchmarkChooser</name>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>as guessed</source>
        <translation>wie vermutet</translation>
    </message>
    <message>
        <source>Parameters of a language model, in billions</source>
        <translation>Parameter eines Sprachmodells, in Milliarden</translation>
    </message>
    <message>
        <source>Parameters (B)</source>
        <translation>Parameter (Mrd.)</translation>
    </message>
    <message>
        <source>Log&apos;s rate is of</source>
        <translation>Log-Durchsatz gilt für</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>the whole job</source>
        <translation>den ganzen Job</translation>
    </message>
    <message>
        <source>one accelerator</source>
        <translation>einen Beschleuniger</translation>
    </message>
</context>
<context>
    <name>paceline::ClusterMapPage</name>
    <message>
        <source>As of %1. %2</source>
        <translation>Stand: %1. %2</translation>
    </message>
    <message>
        <source>Slurm lists no nodes</source>
        <translation>Slurm führt keine Knoten auf</translation>
    </message>
    <message>
        <source>Its answer to &quot;scontrol show nodes&quot; was empty.</source>
        <translation>Seine Antwort auf „scontrol show nodes“ war leer.</translation>
    </message>
    <message>
        <source>Asking for the nodes</source>
        <translation>Die Knoten werden erfragt</translation>
    </message>
    <message>
        <source>The first answer of a busy controller can take some seconds.</source>
        <translation>Die erste Antwort eines beschäftigten Controllers kann einige Sekunden dauern.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connect to a login node of a Slurm cluster to see its nodes.</source>
        <translation>Mit einem Login-Knoten eines Slurm-Clusters verbinden, um seine Knoten zu sehen.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy as scontrol command</source>
        <translation>Als scontrol-Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy drain command (for administrators)</source>
        <translation>drain-Befehl kopieren (für Administratoren)</translation>
    </message>
</context>
<context>
    <name>paceline::ClusterMapToolbar</name>
    <message>
        <source>Colour by</source>
        <translation>Färben nach</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>By partition</source>
        <translation>Nach Partition</translation>
    </message>
    <message>
        <source>By rack or name</source>
        <translation>Nach Rack oder Name</translation>
    </message>
    <message>
        <source>By features</source>
        <translation>Nach Merkmalen</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Nach Zustand</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Order within a group</source>
        <translation>Reihenfolge in einer Gruppe</translation>
    </message>
    <message>
        <source>In order of names</source>
        <translation>Nach Namen geordnet</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Auffällige zuerst</translation>
    </message>
    <message>
        <source>Search: words, name=n0*, state=drained, freegpus&gt;0, /regex/</source>
        <translation>Suche: Wörter, name=n0*, state=drain, freegpus&gt;0, /regex/</translation>
    </message>
    <message>
        <source>Search nodes</source>
        <translation>Knoten suchen</translation>
    </message>
</context>
<context>
    <name>paceline::ClusterView</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand: %1</translation>
    </message>
</context>
<context>
    <name>paceline::CommandPalette</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go to a job, a node or an action</source>
        <translation>Zu einem Job, einem Knoten oder einer Aktion gehen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>paceline::ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show a demo</source>
        <translation>Demo zeigen</translation>
    </message>
    <message>
        <source>Connect to a cluster</source>
        <translation>Mit einem Cluster verbinden</translation>
    </message>
    <message>
        <source>Connect to a login node</source>
        <translation>Mit einem Login-Knoten verbinden</translation>
    </message>
    <message>
        <source>Host of ~/.ssh/config, or user@host[:port]</source>
        <translation>Host aus ~/.ssh/config oder benutzer@host[:port]</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>Bekannte Hosts</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Choose by itself</source>
        <translation>Selbst wählen</translation>
    </message>
    <message>
        <source>Built-in SSH (libssh)</source>
        <translation>Eingebautes SSH (libssh)</translation>
    </message>
    <message>
        <source>Your own ssh program: hardware keys, GSSAPI, ControlMaster</source>
        <translation>Das eigene ssh-Programm: Hardware-Schlüssel, GSSAPI, ControlMaster</translation>
    </message>
    <message>
        <source>How to reach the host</source>
        <translation>Wie der Host erreicht wird</translation>
    </message>
    <message>
        <source>A recorded job; needs no cluster and no network</source>
        <translation>Ein aufgezeichneter Job; braucht weder Cluster noch Netz</translation>
    </message>
    <message>
        <source>recent</source>
        <translation>zuletzt benutzt</translation>
    </message>
    <message>
        <source>SSH configuration: %1</source>
        <translation>SSH-Konfiguration: %1</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbinde …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>paceline::CounterChoice</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>All counters of these nodes</source>
        <translation>Alle Zähler dieser Knoten</translation>
    </message>
</context>
<context>
    <name>paceline::CounterLanes</name>
    <message>
        <source>%1 of %2</source>
        <comment>so many GPUs of all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2. The edge is the median of %3, faint above it the highest. A click shows all.</source>
        <translation>%1: %2. Die Kante ist der Median von %3, blass darüber der höchste Wert. Ein Klick zeigt alle.</translation>
    </message>
</context>
<context>
    <name>paceline::CurvePlot</name>
    <message>
        <source>not a number from here</source>
        <translation>ab hier keine Zahl</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation>Logarithmische Werte</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>%1, as printed</source>
        <translation>%1, wie ausgegeben</translation>
    </message>
    <message>
        <source>%1, smoothed %2</source>
        <translation>%1, geglättet %2</translation>
    </message>
    <message>
        <source>last value · dashed: times estimated</source>
        <translation>letzter Wert · gestrichelt: Zeiten geschätzt</translation>
    </message>
    <message>
        <source>last value · line smoothed</source>
        <translation>letzter Wert · Linie geglättet</translation>
    </message>
    <message>
        <source>last value</source>
        <translation>letzter Wert</translation>
    </message>
    <message>
        <source>no value yet</source>
        <translation>noch kein Wert</translation>
    </message>
    <message>
        <source>best (%1) %2</source>
        <translation>bester (%1) %2</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%1 bei Schritt %2</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>min %1</source>
        <translation>min. %1</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>max. %1</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Time since the start</source>
        <translation>Zeit seit dem Start</translation>
    </message>
    <message>
        <source>GPU-hours</source>
        <translation>GPU-Stunden</translation>
    </message>
    <message>
        <source>does not print it</source>
        <translation>nennt sie nicht</translation>
    </message>
    <message>
        <source>ended at step %1</source>
        <translation>endete bei Schritt %1</translation>
    </message>
    <message>
        <source>%1, far above</source>
        <translation>%1, weit darüber</translation>
    </message>
</context>
<context>
    <name>paceline::CurvesPage</name>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Export all</source>
        <translation>Alle exportieren</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Back to the job (Esc)</source>
        <translation>Zurück zum Job (Esc)</translation>
    </message>
    <message>
        <source>Filter metrics (/)</source>
        <translation>Metriken filtern (/)</translation>
    </message>
    <message>
        <source>Filter metrics</source>
        <translation>Metriken filtern</translation>
    </message>
    <message>
        <source>Pin metrics to the top or hide them</source>
        <translation>Metriken oben anheften oder ausblenden</translation>
    </message>
    <message>
        <source>PNG images…</source>
        <translation>PNG-Bilder …</translation>
    </message>
    <message>
        <source>SVG drawings…</source>
        <translation>SVG-Zeichnungen …</translation>
    </message>
    <message>
        <source>PDF drawings…</source>
        <translation>PDF-Zeichnungen …</translation>
    </message>
    <message>
        <source>CSV tables of the visible range…</source>
        <translation>CSV-Tabellen des sichtbaren Bereichs …</translation>
    </message>
    <message>
        <source>Export all curves to a folder</source>
        <translation>Alle Kurven in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>frozen; Space goes on</source>
        <translation>angehalten; Leertaste setzt fort</translation>
    </message>
    <message>
        <source>All curves</source>
        <translation>Alle Kurven</translation>
    </message>
    <message numerus="yes">
        <source>Metrics (%n hidden)</source>
        <translation>
            <numerusform>Metriken (%n ausgeblendet)</numerusform>
            <numerusform>Metriken (%n ausgeblendet)</numerusform>
        </translation>
    </message>
    <message>
        <source>The job has not started. Its curves appear here as soon as it writes some.</source>
        <translation>Der Job hat noch nicht begonnen. Seine Kurven erscheinen hier, sobald er welche schreibt.</translation>
    </message>
    <message>
        <source>Looking for the output file of this job.</source>
        <translation>Die Ausgabedatei dieses Jobs wird gesucht.</translation>
    </message>
    <message>
        <source>No training record in the log so far.</source>
        <translation>Bisher kein Trainingseintrag im Protokoll.</translation>
    </message>
    <message>
        <source>No metric matches “%1”.</source>
        <translation>Keine Metrik passt zu „%1“.</translation>
    </message>
    <message>
        <source>All metrics are hidden.</source>
        <translation>Alle Metriken sind ausgeblendet.</translation>
    </message>
    <message>
        <source>Show them with Metrics above.</source>
        <translation>Oben unter „Metriken“ lassen sie sich einblenden.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files that the curves are read from</source>
        <translation>Dateien, aus denen die Kurven gelesen werden</translation>
    </message>
</context>
<context>
    <name>paceline::CurvesRow</name>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>The log tells no times yet. Choose Step above.</source>
        <translation>Das Protokoll nennt noch keine Zeiten. Oben „Schritt“ wählen.</translation>
    </message>
    <message>
        <source>The log prints no steps. Choose Time above.</source>
        <translation>Das Protokoll nennt keine Schritte. Oben „Zeit“ wählen.</translation>
    </message>
    <message>
        <source>The log prints no epochs. Choose Step or Time above.</source>
        <translation>Das Protokoll nennt keine Epochen. Oben „Schritt“ oder „Zeit“ wählen.</translation>
    </message>
    <message>
        <source>The log prints no throughput. Print samples or tokens per second, or the time of a step, to see it here.</source>
        <translation>Das Protokoll nennt keinen Durchsatz. Er erscheint hier, sobald das Programm Samples oder Tokens pro Sekunde oder die Dauer eines Schritts ausgibt.</translation>
    </message>
    <message>
        <source>The log prints no loss that is known. What it prints stands in the log below.</source>
        <translation>Das Protokoll nennt keinen bekannten Verlust. Was es ausgibt, steht unten im Protokoll.</translation>
    </message>
</context>
<context>
    <name>paceline::CurvesToolbar</name>
    <message>
        <source>There is no training record yet.</source>
        <translation>Es gibt noch keinen Trainingseintrag.</translation>
    </message>
    <message>
        <source>The log prints no steps.</source>
        <translation>Das Protokoll nennt keine Schritte.</translation>
    </message>
    <message>
        <source>The log prints no epochs.</source>
        <translation>Das Protokoll nennt keine Epochen.</translation>
    </message>
    <message>
        <source>The log does not print how many samples were seen.</source>
        <translation>Das Protokoll nennt nicht, wie viele Samples gesehen wurden.</translation>
    </message>
    <message>
        <source>The times of the log are not known.</source>
        <translation>Die Zeiten des Protokolls sind nicht bekannt.</translation>
    </message>
    <message>
        <source>Slurm does not tell how many GPUs the job holds.</source>
        <translation>Slurm nennt nicht, wie viele GPUs der Job belegt.</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>log y</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Relative time</source>
        <translation>Relative Zeit</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>GPU-hours</source>
        <translation>GPU-Stunden</translation>
    </message>
    <message>
        <source>What the curves run over</source>
        <translation>Worüber die Kurven laufen</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Exponential average with debias; what was printed stays faint behind</source>
        <translation>Exponentieller Mittelwert ohne Anfangsfehler; das Gedruckte bleibt blass dahinter stehen</translation>
    </message>
    <message>
        <source>Logarithmic y axis (y)</source>
        <translation>Logarithmische y-Achse (y)</translation>
    </message>
    <message>
        <source>Logarithmic x axis (x); wall time stays linear</source>
        <translation>Logarithmische x-Achse (x); die Uhrzeit bleibt linear</translation>
    </message>
</context>
<context>
    <name>paceline::ErrorDetail</name>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefgegangen ist</translation>
    </message>
    <message>
        <source>What the other side said</source>
        <translation>Was die Gegenseite gesagt hat</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>paceline::FactsDrawer</name>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>paceline::FilesPanel</name>
    <message>
        <source>TensorBoard</source>
        <translation>TensorBoard</translation>
    </message>
    <message>
        <source>Weights &amp; Biases</source>
        <translation>Weights &amp; Biases</translation>
    </message>
    <message>
        <source>no known format</source>
        <translation>kein bekanntes Format</translation>
    </message>
    <message numerus="yes">
        <source>%n curve(s)</source>
        <translation>
            <numerusform>%n Kurve</numerusform>
            <numerusform>%n Kurven</numerusform>
        </translation>
    </message>
    <message>
        <source>opening</source>
        <translation>wird geöffnet</translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation>%1 von %2 gelesen</translation>
    </message>
    <message>
        <source>%1, read to its end</source>
        <translation>%1, bis zum Ende gelesen</translation>
    </message>
    <message>
        <source>deleted; what was read stays</source>
        <translation>gelöscht; Gelesenes bleibt</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>not read: another job works in the same folder</source>
        <translation>nicht gelesen: Im selben Ordner arbeitet ein anderer Job</translation>
    </message>
    <message>
        <source>not read: too many files</source>
        <translation>nicht gelesen: zu viele Dateien</translation>
    </message>
    <message>
        <source>not read on: holds no metrics</source>
        <translation>nicht weiter gelesen: enthält keine Messwerte</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>Added by you.</source>
        <translation>Von Ihnen hinzugefügt.</translation>
    </message>
    <message>
        <source>Named by the job.</source>
        <translation>Vom Job genannt.</translation>
    </message>
    <message>
        <source>The number of the job stands in its path.</source>
        <translation>Die Nummer des Jobs steht im Pfad.</translation>
    </message>
    <message>
        <source>Its name tells a node of the job.</source>
        <translation>Der Name nennt einen Knoten des Jobs.</translation>
    </message>
    <message>
        <source>Written since the job began, in its folder.</source>
        <translation>Seit Beginn des Jobs in seinem Ordner geschrieben.</translation>
    </message>
    <message>
        <source>Files read for this run</source>
        <translation>Gelesene Dateien dieses Laufs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add file or folder…</source>
        <translation>Datei oder Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>File or folder on the cluster to add</source>
        <translation>Hinzuzufügende Datei oder Ordner auf dem Cluster</translation>
    </message>
    <message>
        <source>A path on the cluster, absolute or from the folder of the job on</source>
        <translation>Ein Pfad auf dem Cluster, absolut oder ab dem Ordner des Jobs</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged record(s)</source>
        <translation>
            <numerusform>%n beschädigter Datensatz</numerusform>
            <numerusform>%n beschädigte Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>No file with curves was found beside the log so far. It is looked for every minute.</source>
        <translation>Neben dem Log wurde bisher keine Datei mit Kurven gefunden. Gesucht wird jede Minute.</translation>
    </message>
</context>
<context>
    <name>paceline::HeatMapPlot</name>
    <message>
        <source>most different first</source>
        <translation>auffälligste zuerst</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>nach Name</translation>
    </message>
    <message>
        <source>no sample</source>
        <translation>keine Messung</translation>
    </message>
    <message>
        <source>lowest first</source>
        <translation>niedrigste zuerst</translation>
    </message>
    <message>
        <source>highest first</source>
        <translation>höchste zuerst</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Schlechteste zuerst</translation>
    </message>
    <message>
        <source>highest value first</source>
        <translation>höchster Wert zuerst</translation>
    </message>
    <message>
        <source>Highest value first</source>
        <translation>Höchster Wert zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Time (%1), one row a node or GPU</source>
        <translation>Zeit (%1), eine Zeile je Knoten oder GPU</translation>
    </message>
</context>
<context>
    <name>paceline::HelpOverlay</name>
    <message>
        <source>Keys and terms</source>
        <translation>Tasten und Begriffe</translation>
    </message>
    <message>
        <source>Search help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Symbols and terms</source>
        <translation>Symbole und Begriffe</translation>
    </message>
    <message>
        <source>F1, ?</source>
        <translation>F1, ?</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Diese Hilfe</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Go to a job, a node or an action</source>
        <translation>Zu einem Job, einem Knoten oder einer Aktion gehen</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Ask for the queue now</source>
        <translation>Die Warteschlange jetzt abfragen</translation>
    </message>
    <message>
        <source>F11</source>
        <translation>F11</translation>
    </message>
    <message>
        <source>Full screen; Esc leaves it</source>
        <translation>Vollbild; Esc verlässt es</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Freeze the view while data keep flowing</source>
        <translation>Die Ansicht anhalten, während Daten weiterlaufen</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Strg+Q</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open the job; an array opens its tasks</source>
        <translation>Den Job öffnen; ein Array zeigt seine Tasks</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Rechtsklick</translation>
    </message>
    <message>
        <source>Watch, copy the job number or the Slurm command that shows the same</source>
        <translation>Beobachten, die Jobnummer kopieren oder den Slurm-Befehl, der dasselbe zeigt</translation>
    </message>
    <message>
        <source>Right click on the header</source>
        <translation>Rechtsklick auf die Kopfzeile</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Both words somewhere in name, user, partition, account, state or reason</source>
        <translation>Beide Wörter irgendwo in Name, Benutzer, Partition, Account, Zustand oder Grund</translation>
    </message>
    <message>
        <source>Fields: id, name, user, account, qos, partition, state, reason, nodes, gpus, cpus, elapsed, limit</source>
        <translation>Felder: id, name, user, account, qos, partition, state, reason, nodes, gpus, cpus, elapsed, limit</translation>
    </message>
    <message>
        <source>! is not, | is or; spans of time end in s, m, h or d</source>
        <translation>! heißt nicht, | heißt oder; Zeitspannen enden auf s, m, h oder d</translation>
    </message>
    <message>
        <source>~ contains, * stands for anything</source>
        <translation>~ heißt enthält, * steht für Beliebiges</translation>
    </message>
    <message>
        <source>A regular expression</source>
        <translation>Ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Wheel, drag</source>
        <translation>Rad, Ziehen</translation>
    </message>
    <message>
        <source>Zoom and move; over an axis only along it</source>
        <translation>Vergrößern und verschieben; über einer Achse nur entlang dieser Achse</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Wieder alles zeigen</translation>
    </message>
    <message>
        <source>y, x</source>
        <translation>y, x</translation>
    </message>
    <message>
        <source>Logarithmic y or x axis</source>
        <translation>Logarithmische y- oder x-Achse</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>The zoom before</source>
        <translation>Die vorige Vergrößerung</translation>
    </message>
    <message>
        <source>Running well, needs attention, failed, idle or ended, waiting</source>
        <translation>Läuft gut, braucht Aufmerksamkeit, gescheitert, untätig oder beendet, wartet</translation>
    </message>
    <message>
        <source>Our cost</source>
        <translation>Unsere Last</translation>
    </message>
    <message>
        <source>What watching costs the cluster: requests a minute, bytes, and CPU of the login node</source>
        <translation>Was das Beobachten den Cluster kostet: Anfragen pro Minute, Bytes und CPU des Login-Knotens</translation>
    </message>
    <message>
        <source>Estimated start</source>
        <translation>Geschätzter Start</translation>
    </message>
    <message>
        <source>Slurm&apos;s own forecast; it moves when jobs end early or others come in between</source>
        <translation>Slurms eigene Vorhersage; sie verschiebt sich, wenn Jobs früher enden oder andere dazwischenkommen</translation>
    </message>
    <message>
        <source>Grey data</source>
        <translation>Graue Daten</translation>
    </message>
    <message>
        <source>They are old: the controller or the connection does not answer at present</source>
        <translation>Sie sind alt: Controller oder Verbindung antworten zurzeit nicht</translation>
    </message>
    <message>
        <source>c</source>
        <translation>c</translation>
    </message>
    <message>
        <source>All curves of a job; Esc goes back</source>
        <translation>Alle Kurven eines Jobs; Esc führt zurück</translation>
    </message>
    <message>
        <source>m, right click in the log</source>
        <translation>m, Rechtsklick im Protokoll</translation>
    </message>
    <message>
        <source>Make a curve of a number in a line of the log</source>
        <translation>Aus einer Zahl in einer Protokollzeile eine Kurve machen</translation>
    </message>
    <message>
        <source>Cluster map</source>
        <translation>Clusterkarte</translation>
    </message>
    <message>
        <source>Arrows, Enter</source>
        <translation>Pfeile, Eingabe</translation>
    </message>
    <message>
        <source>Go from node to node, open one</source>
        <translation>Von Knoten zu Knoten gehen, einen öffnen</translation>
    </message>
    <message>
        <source>Search; what does not match grows faint</source>
        <translation>Suche; was nicht passt, wird blass</translation>
    </message>
    <message>
        <source>Fields: name, state, partition, feature, reason, gpu, cpus, load, memory, gpus</source>
        <translation>Felder: name, state, partition, feature, reason, gpu, cpus, load, memory, gpus</translation>
    </message>
    <message>
        <source>What is free: freecpus, freegpus, freemem (GiB)</source>
        <translation>Was frei ist: freecpus, freegpus, freemem (GiB)</translation>
    </message>
    <message>
        <source>Copy the name, or the command that shows or drains the node</source>
        <translation>Den Namen kopieren oder den Befehl, der den Knoten zeigt oder außer Betrieb nimmt</translation>
    </message>
</context>
<context>
    <name>paceline::JobPage</name>
    <message>
        <source>Slurm lets only the owner of a job add a step to it. Its state and facts, and the log where it may be read, are shown all the same.</source>
        <translation>Slurm erlaubt nur dem Besitzer eines Jobs, ihm einen Schritt hinzuzufügen. Zustand und Fakten, und das Log, soweit es lesbar ist, werden trotzdem gezeigt.</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>What the curves run over</source>
        <translation>Worüber die Kurven laufen</translation>
    </message>
    <message>
        <source>Whole job</source>
        <translation>Ganzer Job</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>How much of the time is seen</source>
        <translation>Wie viel der Zeit zu sehen ist</translation>
    </message>
    <message>
        <source>Follow the newest data again (End)</source>
        <translation>Wieder den neuesten Daten folgen (Ende)</translation>
    </message>
    <message>
        <source>frozen; Space goes on</source>
        <translation>angehalten; weiter mit der Leertaste</translation>
    </message>
    <message>
        <source>End of the log</source>
        <translation>Ende des Protokolls</translation>
    </message>
    <message>
        <source>Copy node check</source>
        <translation>Knotenprüfung kopieren</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>last sample %1</source>
        <translation>letzte Messung %1</translation>
    </message>
    <message>
        <source>The job has not started. Its output appears here as soon as it writes some.</source>
        <translation>Der Job hat noch nicht begonnen. Seine Ausgabe erscheint hier, sobald er etwas schreibt.</translation>
    </message>
    <message>
        <source>The log is still empty. Programs often hold their output back: try python -u.</source>
        <translation>Das Protokoll ist noch leer. Programme halten ihre Ausgabe oft zurück: python -u versuchen.</translation>
    </message>
    <message>
        <source>Slurm tells no output file for this job.</source>
        <translation>Slurm nennt für diesen Job keine Ausgabedatei.</translation>
    </message>
    <message>
        <source>Looking for the output file of this job.</source>
        <translation>Die Ausgabedatei dieses Jobs wird gesucht.</translation>
    </message>
    <message>
        <source>The job waits; its nodes are measured when it runs.</source>
        <translation>Der Job wartet; seine Knoten werden gemessen, sobald er läuft.</translation>
    </message>
    <message>
        <source>The job is over and was not watched while it ran, so there are no counters.</source>
        <translation>Der Job ist beendet und wurde nicht beobachtet, während er lief; deshalb gibt es keine Zähler.</translation>
    </message>
    <message>
        <source>No known format was recognised in the log so far; the text below is complete.</source>
        <translation>Bisher wurde im Protokoll kein bekanntes Format erkannt; der Text unten ist vollständig.</translation>
    </message>
    <message>
        <source>No training record in the log so far.</source>
        <translation>Bisher kein Trainingseintrag im Protokoll.</translation>
    </message>
    <message>
        <source>Starting the probe on the nodes of this job.</source>
        <translation>Die Sonde auf den Knoten dieses Jobs wird gestartet.</translation>
    </message>
    <message>
        <source>counters sampled %1</source>
        <translation>Zähler gemessen %1</translation>
    </message>
    <message>
        <source>counters of %1 of %2 sampled %3</source>
        <comment>3 of 8 nodes, 2 s ago</comment>
        <translation>Zähler von %1 von %2 gemessen %3</translation>
    </message>
    <message>
        <source>All curves</source>
        <translation>Alle Kurven</translation>
    </message>
    <message>
        <source>Every metric of the log, other runs behind (c)</source>
        <translation>Jede Metrik des Protokolls, andere Läufe dahinter (c)</translation>
    </message>
</context>
<context>
    <name>paceline::JobTableView</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Copy job number</source>
        <translation>Jobnummer kopieren</translation>
    </message>
    <message>
        <source>Copy as squeue command</source>
        <translation>Als squeue-Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy as scontrol command</source>
        <translation>Als scontrol-Befehl kopieren</translation>
    </message>
</context>
<context>
    <name>paceline::LinesPlot</name>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>no sample</source>
        <translation>keine Messung</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>median of %1 nodes</source>
        <translation>Median von %1 Knoten</translation>
    </message>
    <message>
        <source>10 to 90 % of the nodes</source>
        <translation>10 bis 90 % der Knoten</translation>
    </message>
    <message>
        <source>lowest to highest</source>
        <translation>niedrigster bis höchster</translation>
    </message>
</context>
<context>
    <name>paceline::LogPane</name>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Go to the end and stay there (End)</source>
        <translation>Ans Ende gehen und dort bleiben (Ende)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>sucht</translation>
    </message>
    <message>
        <source>%1 of %2%3</source>
        <translation>%1 von %2%3</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>following</source>
        <translation>folgt</translation>
    </message>
    <message>
        <source>scrolled back</source>
        <translation>zurückgeblättert</translation>
    </message>
    <message>
        <source>deleted on the cluster</source>
        <translation>auf dem Cluster gelöscht</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>%1 % read</source>
        <translation>%1 % gelesen</translation>
    </message>
    <message>
        <source>format: %1</source>
        <translation>Format: %1</translation>
    </message>
    <message>
        <source>Make a curve …</source>
        <translation>Kurve machen …</translation>
    </message>
    <message>
        <source>Make a curve of a number in the selected line (M)</source>
        <translation>Aus einer Zahl der gewählten Zeile eine Kurve machen (M)</translation>
    </message>
</context>
<context>
    <name>paceline::LogView</name>
    <message>
        <source>Copy lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Make a curve of this number …</source>
        <translation>Aus dieser Zahl eine Kurve machen …</translation>
    </message>
    <message>
        <source>Make a curve of a number in this line …</source>
        <translation>Aus einer Zahl dieser Zeile eine Kurve machen …</translation>
    </message>
    <message>
        <source>Patterns …</source>
        <translation>Muster …</translation>
    </message>
</context>
<context>
    <name>paceline::LoginSteps</name>
    <message>
        <source>Progress of the login</source>
        <translation>Fortschritt der Anmeldung</translation>
    </message>
</context>
<context>
    <name>paceline::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Paceline</source>
        <translation>Paceline</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Cluster map</source>
        <translation>Clusterkarte</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Vergleichswerte</translation>
    </message>
    <message>
        <source>Saved as a baseline</source>
        <translation>Als Vergleichswert gesichert</translation>
    </message>
    <message>
        <source>Its log tells no speed yet</source>
        <translation>Sein Log nennt noch kein Tempo</translation>
    </message>
</context>
<context>
    <name>paceline::MapLegend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>paceline::MetricsPanel</name>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Pin %1 to the top</source>
        <translation>%1 oben anheften</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
</context>
<context>
    <name>paceline::NodeField</name>
    <message>
        <source>Nodes of the cluster</source>
        <translation>Knoten des Clusters</translation>
    </message>
</context>
<context>
    <name>paceline::NodePage</name>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>How much of the time is seen</source>
        <translation>Wie viel der Zeit zu sehen ist</translation>
    </message>
    <message>
        <source>The scontrol command that shows this node</source>
        <translation>Der scontrol-Befehl, der diesen Knoten zeigt</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 CPUs allocated</source>
        <translation>%1 CPUs vergeben</translation>
    </message>
    <message>
        <source>load %1</source>
        <translation>Last %1</translation>
    </message>
    <message>
        <source>memory allocated %1</source>
        <translation>Speicher vergeben: %1</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>features %1</source>
        <translation>Merkmale %1</translation>
    </message>
    <message>
        <source>%1, %2 allocated</source>
        <comment>8 × a100, 4</comment>
        <translation>%1, %2 vergeben</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>läuft %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>last sample %1</source>
        <translation>letzte Messung %1</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>Partition %1</translation>
    </message>
    <message>
        <source>scontrol show node %1</source>
        <translation>scontrol show node %1</translation>
    </message>
    <message>
        <source>kernel resident</source>
        <translation>Kernel geladen</translation>
    </message>
    <message>
        <source>SM active</source>
        <translation>SM aktiv</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>clocks held down</source>
        <translation>Takt wird gedrosselt</translation>
    </message>
    <message>
        <source>No job that we see runs on this node</source>
        <translation>Auf diesem Knoten läuft kein sichtbarer Job</translation>
    </message>
    <message>
        <source>%1 on this node, the first %2</source>
        <translation>%1 auf diesem Knoten, davon die ersten %2</translation>
    </message>
    <message>
        <source>%1 on this node</source>
        <translation>%1 auf diesem Knoten</translation>
    </message>
    <message>
        <source>The counters of your job on this node are being read.</source>
        <translation>Die Zähler Ihres Jobs auf diesem Knoten werden gelesen.</translation>
    </message>
    <message>
        <source>Counters are read by a step of one&apos;s own job, and none of yours runs here. What Slurm tells of the node stands above.</source>
        <translation>Zähler liest ein Schritt eines eigenen Jobs, und keiner der eigenen läuft hier. Was Slurm vom Knoten weiß, steht oben.</translation>
    </message>
    <message>
        <source>its driver does not reach it any more</source>
        <translation>ihr Treiber erreicht sie nicht mehr</translation>
    </message>
    <message>
        <source>processes of others run on it</source>
        <translation>fremde Prozesse laufen darauf</translation>
    </message>
    <message>
        <source>not part of the job</source>
        <translation>gehört nicht zum Job</translation>
    </message>
    <message>
        <source>allocated, but unused by the job</source>
        <translation>vergeben, vom Job nicht benutzt</translation>
    </message>
    <message>
        <source>processes of the job: %1</source>
        <translation>Prozesse des Jobs: %1</translation>
    </message>
    <message>
        <source>MIG: %1</source>
        <translation>MIG: %1</translation>
    </message>
    <message>
        <source>%1 Gb/s</source>
        <translation>%1 Gb/s</translation>
    </message>
    <message>
        <source>Links: %1</source>
        <translation>Verbindungen: %1</translation>
    </message>
    <message>
        <source>Not readable here: %1</source>
        <translation>Hier nicht lesbar: %1</translation>
    </message>
    <message>
        <source>A GPU tool says: %1</source>
        <translation>Ein GPU-Werkzeug meldet: %1</translation>
    </message>
    <message>
        <source>clocks held down: %1</source>
        <translation>Takt gedrosselt: %1</translation>
    </message>
</context>
<context>
    <name>paceline::NodePanes</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nodes over time</source>
        <translation>Knoten über die Zeit</translation>
    </message>
    <message>
        <source>%1 silent: %2</source>
        <translation>%1 stumm: %2</translation>
    </message>
    <message>
        <source>, since %1</source>
        <translation>, seit %1</translation>
    </message>
    <message>
        <source>Not measured on these nodes.</source>
        <translation>Auf diesen Knoten nicht gemessen.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>All rows over time as colours, or as lines with their spread</source>
        <translation>Alle Zeilen über die Zeit als Farben oder als Linien mit ihrer Streuung</translation>
    </message>
</context>
<context>
    <name>paceline::NodeTableModel</name>
    <message>
        <source>%1
%2
Slurm: %3</source>
        <translation>%1
%2
Slurm: %3</translation>
    </message>
    <message>
        <source>Slurm: %1</source>
        <translation>Slurm: %1</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>CPUs used</source>
        <translation>CPUs belegt</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>GPUs used</source>
        <translation>GPUs belegt</translation>
    </message>
</context>
<context>
    <name>paceline::OverviewPage</name>
    <message>
        <source>My jobs</source>
        <translation>Meine Jobs</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Jobs</translation>
    </message>
    <message>
        <source>Filter: words, user=alice, nodes&gt;=8, state=waiting, /regex/</source>
        <translation>Filter: Wörter, user=alice, nodes&gt;=8, state=waiting, /regex/</translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <translation>Jobs filtern</translation>
    </message>
    <message>
        <source>Ask for the queue now</source>
        <translation>Die Warteschlange jetzt abfragen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>squeue %1</source>
        <translation>squeue %1</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Asking for the queue</source>
        <translation>Die Warteschlange wird abgefragt</translation>
    </message>
    <message>
        <source>The first answer of a busy controller can take some seconds.</source>
        <translation>Die erste Antwort eines beschäftigten Controllers kann einige Sekunden dauern.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connect to a login node of a Slurm cluster to see its queue.</source>
        <translation>Mit einem Login-Knoten eines Slurm-Clusters verbinden, um seine Warteschlange zu sehen.</translation>
    </message>
    <message>
        <source>No job matches the filter</source>
        <translation>Kein Job passt zum Filter</translation>
    </message>
    <message>
        <source>The filter is &quot;%1&quot;.</source>
        <translation>Der Filter ist „%1“.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>You have no jobs in the queue</source>
        <translation>Keine eigenen Jobs in der Warteschlange</translation>
    </message>
    <message>
        <source>%1 of others are listed under All jobs.</source>
        <translation>%1 von anderen stehen unter „Alle Jobs“.</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Jobs zeigen</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>Die Warteschlange ist leer</translation>
    </message>
    <message>
        <source>A job appears here as soon as it is submitted with sbatch.</source>
        <translation>Ein Job erscheint hier, sobald er mit sbatch abgesandt ist.</translation>
    </message>
</context>
<context>
    <name>paceline::PaneExporter</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1</source>
        <translation>
            <numerusform>%n Datei nach %1 geschrieben</numerusform>
            <numerusform>%n Dateien nach %1 geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>paceline::PartitionModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2 nodes, %3 in service, %4 wholly free
%5 of %6 CPUs free</source>
        <translation>%1: %2 Knoten, %3 in Betrieb, %4 ganz frei
%5 von %6 CPUs frei</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Free nodes</source>
        <translation>Freie Knoten</translation>
    </message>
    <message>
        <source>Free GPUs</source>
        <translation>Freie GPUs</translation>
    </message>
</context>
<context>
    <name>paceline::PartitionPanel</name>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>Partitions appear when the nodes were asked for.</source>
        <translation>Partitionen erscheinen, sobald die Knoten abgefragt sind.</translation>
    </message>
</context>
<context>
    <name>paceline::PatternDesk</name>
    <message>
        <source>Patterns (*.json)</source>
        <translation>Muster (*.json)</translation>
    </message>
    <message>
        <source>Import patterns</source>
        <translation>Muster importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n pattern(s) imported.</source>
        <translation>
            <numerusform>%n Muster importiert.</numerusform>
            <numerusform>%n Muster importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a pattern</source>
        <translation>Ein Muster exportieren</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>paceline::PatternDialog</name>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Make a curve of a number</source>
        <translation>Aus einer Zahl eine Kurve machen</translation>
    </message>
    <message>
        <source>Change a pattern</source>
        <translation>Ein Muster ändern</translation>
    </message>
    <message>
        <source>Numbers of the line: %1, %2</source>
        <translation>Zahlen der Zeile: %1, %2</translation>
    </message>
    <message>
        <source>Choose a number of the line: click it, or go to it with the arrow keys and press Space.</source>
        <translation>Wählen Sie eine Zahl der Zeile: mit einem Klick, oder mit den Pfeiltasten und der Leertaste.</translation>
    </message>
    <message>
        <source>Give the curve a name.</source>
        <translation>Geben Sie der Kurve einen Namen.</translation>
    </message>
    <message>
        <source>This expression cannot be used: %1</source>
        <translation>Dieser Ausdruck ist nicht brauchbar: %1</translation>
    </message>
    <message>
        <source>First: line %1</source>
        <translation>Erste: Zeile %1</translation>
    </message>
    <message>
        <source>Last: line %1</source>
        <translation>Letzte: Zeile %1</translation>
    </message>
    <message>
        <source>Which numbers of this line should become curves?</source>
        <translation>Welche Zahlen dieser Zeile sollen Kurven werden?</translation>
    </message>
    <message>
        <source>Whatever follows may differ</source>
        <translation>Was danach kommt, darf anders sein</translation>
    </message>
    <message>
        <source>The number is</source>
        <translation>Die Zahl ist</translation>
    </message>
    <message>
        <source>Name of the curve</source>
        <translation>Name der Kurve</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Name of the pattern</source>
        <translation>Name des Musters</translation>
    </message>
    <message>
        <source>The curve</source>
        <translation>Die Kurve</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Write the regular expression (PCRE2) by hand; its groups are the numbers</source>
        <translation>Den regulären Ausdruck (PCRE2) selbst schreiben; seine Gruppen sind die Zahlen</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Logs that are followed are read anew with it, from their first line.</source>
        <translation>Verfolgte Protokolle werden damit von der ersten Zeile an neu gelesen.</translation>
    </message>
</context>
<context>
    <name>paceline::PatternList</name>
    <message>
        <source>Patterns of log lines</source>
        <translation>Muster für Protokollzeilen</translation>
    </message>
    <message>
        <source>Curves that you made of numbers in logs</source>
        <translation>Kurven, die Sie aus Zahlen in Protokollen gemacht haben</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
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
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>There are none yet. Right click a number in a log to make one.</source>
        <translation>Es gibt noch keine. Ein Rechtsklick auf eine Zahl im Protokoll macht eins.</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Gelöscht: %1</translation>
    </message>
</context>
<context>
    <name>paceline::PlotPane</name>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>PNG image…</source>
        <translation>PNG-Bild …</translation>
    </message>
    <message>
        <source>SVG drawing…</source>
        <translation>SVG-Zeichnung …</translation>
    </message>
    <message>
        <source>PDF drawing…</source>
        <translation>PDF-Zeichnung …</translation>
    </message>
    <message>
        <source>CSV table of the visible range…</source>
        <translation>CSV-Tabelle des sichtbaren Bereichs …</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Nicht exportiert</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>paceline::PromptDialog</name>
    <message>
        <source>%1 is new here</source>
        <translation>%1 ist hier neu</translation>
    </message>
    <message>
        <source>That passphrase does not open the key</source>
        <translation>Diese Passphrase öffnet den Schlüssel nicht</translation>
    </message>
    <message>
        <source>Passphrase of your key</source>
        <translation>Passphrase des eigenen Schlüssels</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>Passwort für %1</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 fragt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Its key has never been seen from this account. Compare the fingerprint with the one that the site publishes before you go on.</source>
        <translation>Sein Schlüssel wurde von diesem Konto aus noch nie gesehen. Vor dem Weitergehen den Fingerabdruck mit dem vom Zentrum veröffentlichten vergleichen.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>It is right, remember it</source>
        <translation>Er stimmt, merken</translation>
    </message>
    <message>
        <source>Only this time</source>
        <translation>Nur dieses Mal</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
</context>
<context>
    <name>paceline::ScalingDesk</name>
    <message>
        <source>Your runs alone</source>
        <translation>Nur eigene Läufe</translation>
    </message>
    <message>
        <source>%1, published</source>
        <comment>name of a benchmark</comment>
        <translation>%1, veröffentlicht</translation>
    </message>
    <message>
        <source>Your runs at %1 scales, by the logs of their jobs</source>
        <translation>Eigene Läufe bei %1 Größen, nach den Protokollen ihrer Jobs</translation>
    </message>
    <message>
        <source>No line yet. Choose a published benchmark above, or run one program at two scales or more: its jobs come together here by themselves.</source>
        <translation>Noch keine Linie. Oben einen veröffentlichten Benchmark wählen, oder ein Programm bei zwei oder mehr Größen laufen lassen: Seine Jobs finden sich hier von selbst zusammen.</translation>
    </message>
</context>
<context>
    <name>paceline::ScalingFindings</name>
    <message>
        <source>any scale</source>
        <translation>jede Größe</translation>
    </message>
    <message>
        <source>Choose a line: its law, its forecast and what they rest on stand here.</source>
        <translation>Eine Linie wählen: Hier stehen ihr Gesetz, ihre Vorhersage und worauf beide beruhen.</translation>
    </message>
    <message>
        <source>To be known</source>
        <translation>Zu beachten</translation>
    </message>
    <message>
        <source>with its 95 % interval</source>
        <translation>mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>scatter of one run</source>
        <translation>Streuung eines Laufs</translation>
    </message>
    <message>
        <source>efficiency</source>
        <translation>Effizienz</translation>
    </message>
    <message>
        <source>%1 efficiency up to</source>
        <translation>%1 Effizienz bis</translation>
    </message>
    <message>
        <source>The largest number of accelerators that keeps it</source>
        <translation>Die größte Zahl von Beschleunigern, die sie hält</translation>
    </message>
    <message>
        <source>fastest at</source>
        <translation>am schnellsten bei</translation>
    </message>
    <message>
        <source>Beyond it more accelerators make it slower</source>
        <translation>Darüber machen mehr Beschleuniger es langsamer</translation>
    </message>
    <message>
        <source>Laws that were tried</source>
        <translation>Geprüfte Gesetze</translation>
    </message>
    <message>
        <source>one accelerator</source>
        <translation>ein Beschleuniger</translation>
    </message>
    <message>
        <source>serial fraction</source>
        <translation>serieller Anteil</translation>
    </message>
    <message>
        <source>contention σ</source>
        <translation>Konkurrenz σ</translation>
    </message>
    <message>
        <source>coherency κ</source>
        <translation>Kohärenz κ</translation>
    </message>
    <message>
        <source>latency α</source>
        <translation>Latenz α</translation>
    </message>
    <message>
        <source>transfer n/β</source>
        <translation>Übertragung n/β</translation>
    </message>
    <message>
        <source>one hop of the tree</source>
        <translation>eine Stufe des Baums</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>ends of an interval</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Forecast, with 95 % bands</source>
        <translation>Vorhersage, mit 95-%-Bändern</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>%1 accelerators; %2 of their throughput is lost</source>
        <translation>%1 Beschleuniger; %2 ihres Durchsatzes gehen verloren</translation>
    </message>
    <message>
        <source>How far it misses the points; corrected information criterion %1, error at scales left out %2</source>
        <translation>Wie weit es die Punkte verfehlt; korrigiertes Informationskriterium %1, Fehler bei ausgelassenen Größen %2</translation>
    </message>
</context>
<context>
    <name>paceline::ScalingPage</name>
    <message>
        <source>Copy citation</source>
        <translation>Zitat kopieren</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Per accelerator</source>
        <translation>Je Beschleuniger</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>Effizienz</translation>
    </message>
    <message>
        <source>Time to target</source>
        <translation>Zeit bis zum Ziel</translation>
    </message>
    <message>
        <source>Accelerator hours</source>
        <translation>Beschleunigerstunden</translation>
    </message>
    <message>
        <source>Which published results stand beside one&apos;s own</source>
        <translation>Welche veröffentlichten Ergebnisse neben den eigenen stehen</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>Benchmark</translation>
    </message>
    <message>
        <source>Whose law, forecast and points are shown</source>
        <translation>Wessen Gesetz, Vorhersage und Punkte gezeigt werden</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Forecast at, for example 128 256</source>
        <translation>Vorhersage bei, z. B. 128 256</translation>
    </message>
    <message>
        <source>Scales to forecast</source>
        <translation>Größen der Vorhersage</translation>
    </message>
    <message>
        <source>Points of the line</source>
        <translation>Punkte der Linie</translation>
    </message>
    <message>
        <source>No line of your own yet.</source>
        <translation>Noch keine eigene Linie.</translation>
    </message>
    <message>
        <source>It builds itself from jobs of one name at two scales or more, running or past.</source>
        <translation>Sie baut sich aus Jobs eines Namens bei zwei oder mehr Größen, laufenden oder vergangenen.</translation>
    </message>
    <message>
        <source>%1 has too few points.</source>
        <translation>%1 hat zu wenige Punkte.</translation>
    </message>
    <message>
        <source>%1 keeps %2 of its efficiency at %3 accelerators.</source>
        <translation>%1 hält bei %3 Beschleunigern %2 seiner Effizienz.</translation>
    </message>
    <message>
        <source>Save as baselines</source>
        <translation>Als Vergleichswerte sichern</translation>
    </message>
    <message>
        <source>Keeps the runs of this line among the baselines, marked as your own</source>
        <translation>Bewahrt die Läufe dieser Linie unter den Vergleichswerten auf, als eigene gekennzeichnet</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gesichert</translation>
    </message>
</context>
<context>
    <name>paceline::ScalingPlot</name>
    <message>
        <source>%1 accelerators</source>
        <translation>%1 Beschleuniger</translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation>Beschleuniger</translation>
    </message>
</context>
<context>
    <name>paceline::ScalingPointsModel</name>
    <message>
        <source>set aside</source>
        <translation>beiseitegelassen</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>herausgenommen</translation>
    </message>
    <message>
        <source>Serial fraction by this point alone (Karp and Flatt)</source>
        <translation>Serieller Anteil nach diesem Punkt allein (Karp und Flatt)</translation>
    </message>
    <message>
        <source>How far the point lies above or below the fitted law</source>
        <translation>Wie weit der Punkt über oder unter dem angepassten Gesetz liegt</translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>Effizienz</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>Karp-Flatt</source>
        <translation>Karp-Flatt</translation>
    </message>
    <message>
        <source>Against the law</source>
        <translation>Gegen das Gesetz</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
</context>
<context>
    <name>paceline::Sidebar</name>
    <message>
        <source>Clusters, views and watched jobs</source>
        <translation>Cluster, Ansichten und beobachtete Jobs</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
</context>
<context>
    <name>paceline::SidebarModel</name>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Watched jobs</source>
        <translation>Beobachtete Jobs</translation>
    </message>
    <message>
        <source>%1
Job %2 on %3
%4</source>
        <translation>%1
Job %2 auf %3
%4</translation>
    </message>
    <message>
        <source>Connect …</source>
        <translation>Verbinden …</translation>
    </message>
</context>
<context>
    <name>paceline::StatusBar</name>
    <message>
        <source>Ctrl+K go to</source>
        <translation>Strg+K Gehe zu</translation>
    </message>
    <message>
        <source>? keys</source>
        <translation>? Tasten</translation>
    </message>
    <message>
        <source>What watching costs the cluster over the last minute: requests to the login node and to Slurm, bytes both ways, and CPU of one core of the login node.</source>
        <translation>Was das Beobachten den Cluster in der letzten Minute gekostet hat: Anfragen an den Login-Knoten und an Slurm, Bytes in beide Richtungen und CPU eines Kerns des Login-Knotens.</translation>
    </message>
    <message>
        <source>No cluster chosen</source>
        <translation>Kein Cluster gewählt</translation>
    </message>
    <message>
        <source>certificate expires in %1</source>
        <translation>Zertifikat läuft in %1 ab</translation>
    </message>
    <message>
        <source>certificate has expired</source>
        <translation>Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Wiederverbinden</translation>
    </message>
    <message>
        <source>squeue %1</source>
        <translation>squeue %1</translation>
    </message>
    <message>
        <source>our cost: %1</source>
        <translation>unsere Last: %1</translation>
    </message>
</context>
<context>
    <name>paceline::VerdictBanner</name>
    <message>
        <source>Verdict</source>
        <translation>Befund</translation>
    </message>
</context>
<context>
    <name>paceline::cli</name>
    <message>
        <source>alias, user@host, local:, demo:, or a recorded FILE.paceline</source>
        <translation>Alias, benutzer@host, local:, demo: oder eine Aufzeichnung DATEI.paceline</translation>
    </message>
    <message>
        <source>SSH configuration file, as ssh takes it</source>
        <translation>SSH-Konfigurationsdatei, wie ssh sie nimmt</translation>
    </message>
    <message>
        <source>number of the job: 123, 7_3, 10+1</source>
        <translation>Nummer des Jobs: 123, 7_3, 10+1</translation>
    </message>
    <message>
        <source>The queue, one line for each job</source>
        <translation>Die Warteschlange, eine Zeile je Job</translation>
    </message>
    <message>
        <source>The nodes, one line for each</source>
        <translation>Die Knoten, eine Zeile je Knoten</translation>
    </message>
    <message>
        <source>All about one job</source>
        <translation>Alles über einen Job</translation>
    </message>
    <message>
        <source>What happens to a job, line by line, until it is over</source>
        <translation>Was mit einem Job geschieht, Zeile für Zeile, bis er beendet ist</translation>
    </message>
    <message>
        <source>The last lines of a job&apos;s log</source>
        <translation>Die letzten Zeilen des Protokolls eines Jobs</translation>
    </message>
    <message>
        <source>how many lines</source>
        <translation>wie viele Zeilen</translation>
    </message>
    <message>
        <source>go on until the job is over</source>
        <translation>weitermachen, bis der Job beendet ist</translation>
    </message>
    <message>
        <source>How the cluster or a job stands, as text; exit state 4: attention, 5: failed</source>
        <translation>Wie es um den Cluster oder einen Job steht, als Text; Rückgabewert 4: Achtung, 5: gescheitert</translation>
    </message>
    <message>
        <source>The records of training logs</source>
        <translation>Die Einträge von Trainingsprotokollen</translation>
    </message>
    <message>
        <source>files, folders, or - for standard input</source>
        <translation>Dateien, Ordner oder - für die Standardeingabe</translation>
    </message>
    <message>
        <source>read this format only</source>
        <translation>nur dieses Format lesen</translation>
    </message>
    <message>
        <source>say which formats were found, and what was not understood</source>
        <translation>sagen, welche Formate gefunden und was nicht verstanden wurde</translation>
    </message>
    <message>
        <source>What Paceline makes of captured output</source>
        <translation>Was Paceline aus aufgezeichneter Ausgabe macht</translation>
    </message>
    <message>
        <source>the output, or - for standard input</source>
        <translation>die Ausgabe oder - für die Standardeingabe</translation>
    </message>
    <message>
        <source>Paceline without a window: prints JSON lines for scripts. Exit states: 0 ok, 1 failed, 2 usage, 3 partial.</source>
        <translation>Paceline ohne Fenster: gibt JSON-Zeilen für Skripte aus. Rückgabewerte: 0 gut, 1 gescheitert, 2 falscher Aufruf, 3 teilweise.</translation>
    </message>
    <message>
        <source>no known format</source>
        <translation>kein bekanntes Format</translation>
    </message>
    <message>
        <source>%1: line %2 looks like metrics and was not understood: %3</source>
        <translation>%1: Zeile %2 sieht nach Messwerten aus und wurde nicht verstanden: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n path(s) held no record of a known format.</source>
        <translation>
            <numerusform>%n Pfad enthielt keinen Eintrag in einem bekannten Format.</numerusform>
            <numerusform>%n Pfade enthielten keinen Eintrag in einem bekannten Format.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read.</source>
        <translation>
            <numerusform>%n Zeile war nicht lesbar.</numerusform>
            <numerusform>%n Zeilen waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The fields of this output are not known. Give squeue&apos;s format with --format.</source>
        <translation>Die Felder dieser Ausgabe sind unbekannt. Das Format von squeue mit --format angeben.</translation>
    </message>
    <message>
        <source>No such kind of output: %1. Known are %2.</source>
        <translation>Diese Art von Ausgabe gibt es nicht: %1. Bekannt sind %2.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>event files: print every point</source>
        <translation>Ereignisdateien: jeden Punkt ausgeben</translation>
    </message>
    <message>
        <source>%1: holds more than is looked through.</source>
        <translation>%1: enthält mehr, als durchgesehen wird.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n record(s) are damaged and left out.</source>
        <translation>
            <numerusform>%1: %n Datensatz ist beschädigt und wurde ausgelassen.</numerusform>
            <numerusform>%1: %n Datensätze sind beschädigt und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>what -o of squeue or sinfo, or --query-gpu, was given</source>
        <translation>was -o von squeue oder sinfo oder --query-gpu bekam</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) hold an error of the tool.</source>
        <translation>
            <numerusform>%n Zeile enthält einen Fehler des Werkzeugs.</numerusform>
            <numerusform>%n Zeilen enthalten einen Fehler des Werkzeugs.</numerusform>
        </translation>
    </message>
    <message>
        <source>a file of patterns that come before one&apos;s own</source>
        <translation>eine Datei mit Mustern, die vor den eigenen kommen</translation>
    </message>
    <message>
        <source>leave the patterns out that were made in the window</source>
        <translation>die Muster weglassen, die im Fenster gemacht wurden</translation>
    </message>
    <message>
        <source>%1: record %2 was left out because of %3.</source>
        <translation>%1: Der Eintrag %2 wurde wegen %3 ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n record(s) were left out.</source>
        <translation>
            <numerusform>%1: Ein Eintrag wurde ausgelassen.</numerusform>
            <numerusform>%1: %n Einträge wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No record of the catalogue is like that.</source>
        <translation>So ist kein Eintrag des Katalogs.</translation>
    </message>
    <message>
        <source>Published figures with their citations, one line for each. MLPerf is a trademark of MLCommons Association.</source>
        <translation>Veröffentlichte Zahlen mit ihren Quellen, je eine Zeile. MLPerf ist eine Marke der MLCommons Association.</translation>
    </message>
    <message>
        <source>a part of the catalogue</source>
        <translation>ein Teil des Katalogs</translation>
    </message>
    <message>
        <source>as resnet50, bert, gpt3, cosmoflow</source>
        <translation>wie resnet50, bert, gpt3, cosmoflow</translation>
    </message>
    <message>
        <source>its key, its family, or a part of its name</source>
        <translation>sein Schlüssel, seine Familie oder ein Teil seines Namens</translation>
    </message>
    <message>
        <source>who entered it in a round of MLPerf</source>
        <translation>wer es in einer Runde von MLPerf eingereicht hat</translation>
    </message>
    <message>
        <source>as fp32, tf32, bf16, fp8</source>
        <translation>wie fp32, tf32, bf16, fp8</translation>
    </message>
    <message>
        <source>records of one curve</source>
        <translation>Einträge einer Kurve</translation>
    </message>
    <message>
        <source>year of the source</source>
        <translation>Jahr der Quelle</translation>
    </message>
    <message>
        <source>at least so many</source>
        <translation>mindestens so viele</translation>
    </message>
    <message>
        <source>at most so many</source>
        <translation>höchstens so viele</translation>
    </message>
    <message>
        <source>leave out what repeats the runs of an earlier round</source>
        <translation>auslassen, was Läufe einer früheren Runde wiederholt</translation>
    </message>
    <message>
        <source>a file of your own records beside them: JSON, JSON lines or CSV</source>
        <translation>eine Datei mit eigenen Einträgen daneben: JSON, JSON-Zeilen oder CSV</translation>
    </message>
    <message>
        <source>a table in place of JSON lines</source>
        <translation>eine Tabelle statt JSON-Zeilen</translation>
    </message>
    <message>
        <source>print citations, as text or for BibTeX</source>
        <translation>Quellenangaben ausgeben, als Text oder für BibTeX</translation>
    </message>
    <message>
        <source>The scores of result logs of MLPerf, one line for each folder of them, by the suite&apos;s rules. Not verified by MLCommons Association.</source>
        <translation>Die Wertungen von Ergebnisprotokollen von MLPerf nach den Regeln der Suite, je Ordner eine Zeile. Nicht von der MLCommons Association bestätigt.</translation>
    </message>
    <message>
        <source>a folder of result logs, or of such folders</source>
        <translation>ein Ordner mit Ergebnisprotokollen oder mit solchen Ordnern</translation>
    </message>
    <message>
        <source>strong or weak, where neither path nor runs tell</source>
        <translation>strong oder weak, wo weder Pfad noch Läufe es sagen</translation>
    </message>
    <message>
        <source>%1 holds no scaling factor.</source>
        <translation>%1 enthält keinen Skalierungsfaktor.</translation>
    </message>
    <message numerus="yes">
        <source>%1: no score, for %n run(s) failed.</source>
        <translation>
            <numerusform>%1: keine Wertung, weil ein Lauf scheiterte.</numerusform>
            <numerusform>%1: keine Wertung, weil %n Läufe scheiterten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no score, for too few runs are left.</source>
        <translation>%1: keine Wertung, weil zu wenige Läufe übrig sind.</translation>
    </message>
    <message numerus="yes">
        <source>%1: the rules ask for %n run(s).</source>
        <translation>
            <numerusform>%1: Die Regeln verlangen einen Lauf.</numerusform>
            <numerusform>%1: Die Regeln verlangen %n Läufe.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>%1 holds no result logs of MLPerf.</source>
        <translation>%1 enthält keine Ergebnisprotokolle von MLPerf.</translation>
    </message>
    <message>
        <source>The law behind a table of throughput by scale, and what it foretells</source>
        <translation>Das Gesetz hinter einer Tabelle von Durchsätzen nach Größe, und was es vorhersagt</translation>
    </message>
    <message>
        <source>CSV with accelerators, throughput and, if known, global_batch, seconds, watts, benchmark; or -</source>
        <translation>CSV mit accelerators, throughput und, wenn bekannt, global_batch, seconds, watts, benchmark; oder -</translation>
    </message>
    <message>
        <source>numbers of accelerators to forecast: 512,1024</source>
        <translation>Zahlen von Beschleunigern für die Vorhersage: 512,1024</translation>
    </message>
    <message>
        <source>efficiencies to keep: 0.9,0.5</source>
        <translation>zu haltende Effizienzen: 0.9,0.5</translation>
    </message>
    <message>
        <source>accelerators that efficiency is measured against; the fewest</source>
        <translation>Beschleuniger, auf die sich die Effizienz bezieht; sonst die wenigsten</translation>
    </message>
    <message>
        <source>strong or weak, where no batch is told</source>
        <translation>strong oder weak, wo keine Batchgröße bekannt ist</translation>
    </message>
    <message>
        <source>laws to choose among: amdahl, gustafson, usl, ring, tree</source>
        <translation>Gesetze zur Wahl: amdahl, gustafson, usl, ring, tree</translation>
    </message>
    <message>
        <source>samples to the target, for hours and cost</source>
        <translation>Samples bis zum Ziel, für Stunden und Kosten</translation>
    </message>
    <message>
        <source>bytes that are added up in every step</source>
        <translation>Bytes, die in jedem Schritt aufsummiert werden</translation>
    </message>
    <message>
        <source>of the network, in bytes per second: 25e9</source>
        <translation>des Netzes, in Bytes pro Sekunde: 25e9</translation>
    </message>
    <message>
        <source>of the bootstrap</source>
        <translation>des Bootstraps</translation>
    </message>
    <message>
        <source>no number of accelerators</source>
        <translation>keine Zahl von Beschleunigern</translation>
    </message>
    <message>
        <source>no throughput</source>
        <translation>kein Durchsatz</translation>
    </message>
    <message>
        <source>no row of the table</source>
        <translation>keine Zeile der Tabelle</translation>
    </message>
    <message>
        <source>line %1: %2 in &quot;%3&quot;</source>
        <translation>Zeile %1: %2 in „%3“</translation>
    </message>
    <message>
        <source>%1: no heading with accelerators and throughput was found: %2</source>
        <translation>%1: keine Kopfzeile mit accelerators und throughput gefunden: %2</translation>
    </message>
    <message>
        <source>%1 is too large for a table of scaling.</source>
        <translation>%1 ist zu groß für eine Skalierungstabelle.</translation>
    </message>
    <message>
        <source>%1: nothing was measured at the reference of %2 accelerators.</source>
        <translation>%1: Bei der Referenz von %2 Beschleunigern wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>The series</source>
        <translation>Die Reihe</translation>
    </message>
    <message>
        <source>%1 holds no row.</source>
        <translation>%1 enthält keine Zeile.</translation>
    </message>
    <message>
        <source>%1: %2 gave no point: %3</source>
        <comment>file, 2 rows, which</comment>
        <translation>%1: %2 ohne Punkt: %3</translation>
    </message>
</context>
<context>
    <name>paceline::cli::JobVerb</name>
    <message>
        <source>Slurm does not know a job %1 that you may see.</source>
        <translation>Slurm kennt keinen Job %1, den dieses Konto sehen darf.</translation>
    </message>
</context>
<context>
    <name>paceline::cli::TerminalPrompt</name>
    <message>
        <source>Trust it? (yes: remember, once: this time only, no) </source>
        <translation>Vertrauen? (yes: merken, once: nur dieses Mal, no: nein) </translation>
    </message>
    <message>
        <source>Passphrase of %1: </source>
        <translation>Passphrase von %1: </translation>
    </message>
    <message>
        <source>Password of %1 on %2: </source>
        <translation>Passwort von %1 auf %2: </translation>
    </message>
    <message>
        <source>The key of host %1 is not known yet.
%2 %3
</source>
        <translation>Der Schlüssel des Hosts %1 ist noch nicht bekannt.
%2 %3
</translation>
    </message>
    <message>
        <source>That did not open the key file.
</source>
        <translation>Das öffnet die Schlüsseldatei nicht.
</translation>
    </message>
</context>
</TS>
