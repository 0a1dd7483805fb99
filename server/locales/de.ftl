### Restarea auf Deutsch. Dieselben Meldungen in derselben Reihenfolge wie in jeder Sprache.
### Anrede: Sie. Wo ein Wort ohne Geschlecht da ist, steht es (Leitung, Teilnehmende, wer vorstellt), sonst der Mittelpunkt
### (Referent·in). „Zurücksetzen“ allein liest man auf einem Knopf als Neubeginn: dort wird der Stuhl zurückgesetzt.

## Einfache Seiten des Servers

page-front-title = Ein Rastplatz für Ärztinnen und Ärzte
page-front-text = Hier treffen sich Balintgruppen. Um zu Ihrer Gruppe zu kommen, öffnen Sie den Link, den Ihnen Ihre Leitung geschickt hat.
page-missing-title = Diese Seite gibt es nicht
page-missing-text = Öffnen Sie den Link, den Ihnen Ihre Leitung geschickt hat. Er beginnt mit der Adresse dieser Website.
page-broken-title = Hier ist etwas schiefgegangen
page-broken-text = Das liegt an uns, nicht an Ihnen. Warten Sie einen Augenblick und öffnen Sie dann Ihren Link noch einmal. Ihr Platz bleibt Ihnen.
page-needs-script = Diese Seite braucht JavaScript. Schalten Sie es im Browser ein und öffnen Sie dann Ihren Link noch einmal.
page-join-title = Eintreten
page-room-title = Der Raum
page-refused-title = Mit diesem Link kommen Sie nicht hinein
page-refused-text = Die Leitung hat diesen Platz geschlossen. Wenn Sie das für ein Versehen halten, wenden Sie sich bitte außerhalb dieser Seite an Ihre Leitung.
page-ended-title = Diese Sitzung ist zu Ende
page-ended-text = Danke, dass Sie dabei waren. Kein Ton und kein Bild wurde aufbewahrt, und die Namen sind gelöscht.
page-soon-title = Einen Moment
page-soon-text = Der Server wird gerade angehalten oder kann nicht antworten. Diese Seite versucht es von selbst wieder; Ihr Platz bleibt Ihnen. Wenn sie einen Fehler zeigt, öffnen Sie sie später noch einmal.
page-unbuilt-title = Dieser Server ist noch nicht bereit
page-unbuilt-text = Seine Seiten wurden noch nicht erstellt. Wer ihn betreibt, findet den Grund mit „restarea doctor“.
page-front-form = Die Gruppe trifft sich mit Ton und Bild. Der Server hält die Form der Sitzung: wer das Wort hat, und ob die vorstellende Person zurückgesetzt ist.
page-front-heard = Wenn Sie nicht zu hören oder zu sehen sein sollen, wird von Ihnen nichts weitergegeben.
page-front-lead = Sie leiten eine Gruppe: anmelden
page-front-kept = Weder Ton noch Bild wird aufgezeichnet. Nach dem Ende einer Sitzung lassen sich die Namen nicht mehr lesen.
page-languages = Sprachen
page-own-name = Deutsch

## Was ein Knopfdruck getan hat

said-saved = Gespeichert.
said-made = Die Gruppe ist angelegt. Planen Sie hier ihre Treffen.
said-whole-names = { $count ->
    [one] Das sieht nach einem vollen Namen aus: { $names }. Ein Vorname oder Initialen genügen hier.
   *[other] Das sieht nach vollen Namen aus: { $names }. Vornamen oder Initialen genügen hier.
  }
said-new-address = { $count ->
    [one] { $names } hat eine neue Adresse: Dorthin geht ab jetzt alles, und Links, die an die alte gingen, öffnen nichts mehr. Um die Person vor der nächsten Erinnerung zu erreichen, senden Sie auf der Seite des Treffens einen neuen Link.
   *[other] Diese haben neue Adressen: { $names }. Dorthin geht ab jetzt alles, und Links, die an die alten gingen, öffnen nichts mehr. Um sie vor der nächsten Erinnerung zu erreichen, senden Sie auf der Seite des Treffens neue Links.
  }
said-same-addresses = { $count ->
    [one] Die Adresse von { $names } gehört auch zu jemand anderem: Wer dort liest, bekommt die Links von beiden. Wenn das so gemeint ist, lassen Sie sie; sonst berichtigen Sie sie.
   *[other] Die Adressen von diesen gehören auch zu anderen: { $names }. Wer dort liest, bekommt die Links von allen. Wenn das so gemeint ist, lassen Sie sie; sonst berichtigen Sie sie.
  }
said-staying = { $count ->
    [one] Ein schon geplantes Treffen bleibt zu der Zeit, für die es geplant ist.
   *[other] { $count } schon geplante Treffen bleiben zu den Zeiten, für die sie geplant sind.
  }
said-hours = { $count ->
    [0] Es wurde kein Treffen verschoben: Seit Sie die Seite geöffnet haben, hat sich etwas geändert.
    [one] Ein Treffen ist verschoben.
   *[other] { $count } Treffen sind verschoben.
  }
said-passed-gone = Das vom { $day } ist nicht verschoben: Es wurde inzwischen abgesagt oder eröffnet.
said-passed-moved = Das vom { $day } ist nicht verschoben: Es selbst oder die Uhrzeit der Gruppe wurde inzwischen geändert.
said-passed-there = Das vom { $day } ist nicht verschoben: Für dieses Datum ist ein anderes Treffen geplant.
said-no-meeting = Das Treffen, das Sie suchen, ist vorbei oder nicht mehr geplant.
said-planned = Das Treffen ist geplant. Eingeladen ist noch niemand.
said-there = Für diesen Tag ist schon ein Treffen geplant: Es ist dieses. Geändert wurde nichts.
said-series = { $count ->
    [0] Es kam kein Treffen dazu: Seit Sie die Seite angesehen haben, sind diese Termine geplant, ausgelassen oder geändert worden.
    [one] Ein Treffen ist geplant.
   *[other] { $count } Treffen sind geplant.
 }
said-left-out = { $count ->
    [one] Ein Termin ist ausgelassen.
   *[other] { $count } Termine sind ausgelassen.
 }
said-moved = Das Treffen ist verschoben.
said-not-moved = Das Treffen ist schon zu dieser Zeit; es hat sich nichts geändert.
said-cancelled = Das Treffen ist abgesagt.
said-letters = { $count ->
    [one] Eine E‑Mail geht jetzt hinaus.
   *[other] { $count } E‑Mails gehen jetzt hinaus.
 }
said-no-letters = Es geht keine E‑Mail hinaus.
said-revoked = Der Link ist zurückgenommen.
said-removed = Die Gruppe ist gelöscht.
said-apart = Die Bögen werden ab jetzt getrennt aufbewahrt.
said-share-ended = Der Link zu den Bögen ist beendet.
said-off = Der Bogen gehört nicht mehr zu Ihrer Sammlung.
said-erased = Es ist gelöscht.
said-passkey-added = Der Passkey ist hinzugefügt. Ab jetzt können Sie sich damit anmelden.
said-passkey-removed = Der Passkey ist entfernt. Ihre anderen Browser sind abgemeldet.
said-away = Der Zugang ist entzogen.
said-signed-out = Sie sind abgemeldet.
said-refused = Ihr Nein ist vermerkt: Zur unten genannten Stunde wird der Bogen vernichtet. Das steht nur jetzt hier, nur für Sie; es noch einmal zu sagen ändert nichts. Was unten steht, bleibt wie zuvor, für Sie wie für alle.
said-refused-over = Ihr Nein ist vermerkt: In den nächsten Minuten, sobald der Server so weit ist, wird der Bogen vernichtet. Das steht nur jetzt hier, nur für Sie; es noch einmal zu sagen ändert nichts. Was unten steht, bleibt wie zuvor, für Sie wie für alle.
said-refused-rehearsal = Ihr Nein ist angekommen. In einer Probe ändert es nichts; nach einer wirklichen Sitzung würde der Bogen zu seiner Stunde vernichtet. Das steht nur jetzt hier, nur für Sie.

## Was von einer Sitzung bleibt: Wer dabei war, sieht es zuerst

page-record-title = Was von dieser Sitzung bleibt
record-rehearsal-title = Was von einer Sitzung bliebe
page-record-text = Vom Verlauf dies und nicht mehr: kein Ton, kein Wort, kein Name, kein Tag.
record-recognised = Wer dabei war, erkennt die Sitzung vielleicht wieder.
page-record-text-voices = Von einem Treffen, von dem eine Datei sagt, welche Stimme wann gesprochen hat, vom ersten Wort bis zum letzten.
record-sums = Der Bogen sagt nicht, welches Mitglied wie viel gesprochen hat. Wie lange die vorstellende Person und die Leitung gesprochen haben, steht dagegen darin.
record-sums-few = Bei so wenigen Mitgliedern kann, wer dabei war, daraus ablesen, wer wie viel gesprochen hat. Auch wie lange die vorstellende Person und die Leitung gesprochen haben, steht darin.
record-seats = Der Bogen sagt, welcher Platz wann gesprochen hat, mit Nummern, die nur für ihn gezogen wurden: Er ist pseudonym und nicht anonym. Wer die Gruppe kennt, erkennt vielleicht, wer wer ist: In einem Versuch wurden { $found_again } von 100 Plätzen im nächsten Bogen der Gruppe wiedergefunden.
record-seats-few = Der Bogen sagt, welcher Platz wann gesprochen hat, mit Nummern, die nur für ihn gezogen wurden: Er ist pseudonym und nicht anonym. Bei so wenigen Teilnehmenden wissen alle, wer wer ist.
page-earlyrecord-title = Die Sitzung ist noch nicht zu Ende
page-earlyrecord-text = Sobald die Leitung sie beendet hat, sehen Sie hier zwanzig Stunden lang, was davon bleibt, und können Nein sagen. Beendet sie niemand, so wird sie nach einem Tag aufgegeben und nichts bleibt, denn niemand hätte es ansehen und Nein sagen können.
page-earlyrehearsal-title = Die Probe ist noch nicht zu Ende
page-earlyrehearsal-text = Sobald die Leitung sie beendet hat, sehen Sie hier, was von einer Sitzung bliebe. Von dieser Probe bleibt nichts: Alles wird vernichtet, wenn sie gestoppt wird.
page-unendedrecord-title = Es bleibt nichts: Niemand hat diese Sitzung beendet
page-unendedrecord-text = Was von einer Sitzung bleibt, wird gezeigt, wenn die Leitung sie beendet, damit alle, die dabei waren, es ansehen und Nein sagen können. Diese wurde nie beendet, also hätte das niemand gekonnt: Nach einem Tag wurde sie aufgegeben, ohne Verlaufsbogen. Beenden Sie die Sitzung beim nächsten Mal am Pult.
page-makingrecord-title = Einen Augenblick
page-makingrecord-text = Die Sitzung ist zu Ende, und was davon bleibt, wird zusammengestellt. Diese Seite versucht es von selbst wieder.
page-norecord-title = Hier ist kein Verlaufsbogen
page-norecord-text = Es sollte keinen geben, oder die Stunde ist vorbei, bis zu der ihn hier sehen konnte, wer dabei war. Zu dieser Stunde wurde er aufbewahrt oder, weil jemand Nein gesagt hat, vernichtet: Welches von beiden, erfährt hier niemand.
record-until = Bis { $time } kann jede Person, die dabei war, Nein sagen. Tut das jemand, so bleibt nichts davon: Zu dieser Stunde wird der Bogen vernichtet, und niemand erfährt, wer es war. Sollte dieser Server inzwischen länger stillstehen, so wird die Stunde später und steht hier.
record-until-over = Die Stunde, bis zu der jede Person, die dabei war, Nein sagen kann, { $time }, ist vorbei. Dieser Server ist noch nicht so weit: Nach einem Start wartet er zehn Minuten. Dann wird der Bogen aufbewahrt oder, wenn jemand Nein gesagt hat, vernichtet, und niemand erfährt, wer es war. Bis dahin zählt eine Antwort noch.
record-becomes = Was daraus wird
record-rehearsal = Dies ist eine Probe: Was von ihr bleibt, lässt sich ansehen, bis sie gestoppt wird, und wird dann vernichtet. Nach einer wirklichen Sitzung kann jede Person, die dabei war, zwanzig Stunden lang Nein sagen.
record-hurried = Diese Probe lief { $times }-mal so schnell wie eine Sitzung, und die Zeiten hier sind ihre eigenen, in Schritten von fünf Sekunden. Eine geplante Dauer kann daher um einige Sekunden von der am Pult abweichen, eine von ein, zwei Sekunden steht als „< 3 s“ da, und die Anteile der Teilnehmenden, für die eine Gruppe nach der Uhr fünf Minuten gearbeitet und eine Minute gesprochen haben muss, können fehlen. Im wirklichen Tempo ist alles wie im Ernst.
record-rehearsal-trainer = Sie haben hier geleitet. Nach einer wirklichen Sitzung findet die Leitung den Bogen, sobald er aufbewahrt ist, bei der Gruppe oder in der eigenen Sammlung und kann ihn neben andere legen. Von einer Probe bleibt nichts. Um eine solche Seite zu sehen, speichern Sie den Bogen über den Link oben; dann auf der Kommandozeile:
record-rehearsal-months = Und mehrere Monate einer Gruppe, die es nie gab, nebeneinander:
record-rehearsal-bar = Eine Probe: Was auch immer hier geantwortet wird, alles wird vernichtet, wenn sie gestoppt wird.
record-rehearsal-agrees = Wer einverstanden ist, muss nichts tun.
record-bar-silent = Bis { $time }: Wenn Sie einverstanden sind, ist nichts zu tun.
record-bar-asks = Bis { $time }: Wer nichts sagt, stimmt nicht zu.
record-bar-agreed = Sie haben zugestimmt, dass aufbewahrt wird, welcher Platz wann sprach. Bis { $time } können Sie das zurücknehmen.
record-bar-over = Die Stunde ist vorbei; einige Minuten lang zählt eine Antwort noch. Was andere geantwortet haben, steht hier nicht.
record-bar-no = Ein Nein zu allem, von wem auch immer, vielleicht von Ihnen, geht allem vor und wird hier niemandem gezeigt.
record-decide = Ja oder nein
record-decide-no = Nein sagen
record-until-short = Bis { $time }
record-over-short = Die Stunde ist vorbei
record-rehearsal-short = Eine Probe
record-kept-until = Wenn niemand Nein sagt, bleibt der Bogen auf diesem Server bis Ende { $month } erhalten und wird dort dann vernichtet.
record-kept = Wenn niemand Nein sagt, bleibt der Bogen auf diesem Server erhalten, bis ihn vernichtet, wer den Server betreibt.
record-copies = Kopien betrifft das nicht: Die Leitung kann ihn als Dateien und Bilder mitnehmen, und wer dabei war, kann ihn hier speichern.
record-together = Der Bogen wird mit den früheren dieser Gruppe zusammengehalten: Ihre Leitung sieht sie nebeneinander, und wer mehrere hat, weiß, dass sie von einer Gruppe sind.
record-shelf = Wer geleitet hat, kann diesen Bogen in die eigene Sammlung aufnehmen, zu denen aus allen Gruppen, die diese Person leitet. Das hat einen Preis: Eine solche Sammlung ist eine Reihe von Monaten und Größen, ohne Namen einer Gruppe, und wer weiß, was diese Person leitet, erkennt die Sitzung darin vielleicht wieder. Niemand erfährt hier, ob es jemand getan hat.
record-shown = Die Leitung kann ihn zur eigenen Weiterbildung in der Supervision zeigen: über einen Link, der endet, ohne Namen einer Person oder Gruppe.
record-keep-text = Sie haben hier geleitet. Wenn niemand Nein sagt, können Sie diesen Bogen in Ihre Sammlung aufnehmen; Sie finden sie auf der Seite Ihrer Gruppen unter „Meine Bögen“. Von dort führt nichts zur Gruppe.
record-keep-whose = Gemeint ist die Sammlung von { $address }.
record-keep = Diesen Bogen in meine Sammlung aufnehmen
record-keeps = Sie nehmen ihn auf: Wenn niemand Nein sagt, kommt er in Ihre Sammlung.
record-keep-back = Doch nicht in meine Sammlung aufnehmen
record-keep-signin = Sie haben hier geleitet. Um diesen Bogen in Ihre Sammlung aufzunehmen, melden Sie sich in diesem Browser als Leitung an und kommen Sie dann auf diese Seite zurück.
record-veto = Ich möchte das nicht
record-veto-text = Dann wird der Bogen zu dieser Stunde vernichtet, für alle, und lässt sich nicht wiederherstellen. Bis dahin sieht diese Seite für alle gleich aus, auch für Sie, damit niemand merkt, wann jemand Nein gesagt hat und wer. Ein Nein lässt sich nicht zurücknehmen. Dass Ihr Nein angekommen ist, steht einmal da: oben auf der Seite, die dann folgt.
record-veto-text-over = Dann wird der Bogen in den nächsten Minuten, sobald der Server so weit ist, vernichtet, für alle, und lässt sich nicht wiederherstellen. Bis dahin sieht diese Seite für alle gleich aus, auch für Sie, damit niemand merkt, wann jemand Nein gesagt hat und wer. Ein Nein lässt sich nicht zurücknehmen. Dass Ihr Nein angekommen ist, steht einmal da: oben auf der Seite, die dann folgt.
record-veto-text-rehearsal = Nach einer wirklichen Sitzung würde der Bogen dann zu seiner Stunde für alle vernichtet, und bis dahin sähe diese Seite für alle gleich aus. Eine Probe hat keine Stunde: Hier ändert ein Nein nichts, und alles wird vernichtet, wenn sie gestoppt wird. Dass Ihr Nein angekommen ist, steht einmal da: oben auf der Seite, die dann folgt.
record-veto-yes = Ich sage Nein
record-asks = Der Bogen sagt, welcher Platz wann gesprochen hat, mit Nummern, die nur für ihn gezogen wurden. Wer die Gruppe kennt, erkennt vielleicht, wer wer ist: In einem Versuch wurden { $found_again } von 100 Plätzen im nächsten Bogen der Gruppe wiedergefunden. Darum wird er nur aufbewahrt, wenn alle, die dabei waren, hier rechtzeitig zustimmen. Wer nichts sagt, stimmt nicht zu; dann bleiben nur die Summen. Niemand erfährt, wer was gesagt hat.
record-asks-few = Der Bogen sagt, welcher Platz wann gesprochen hat, mit Nummern, die nur für ihn gezogen wurden. Bei so wenigen Teilnehmenden wissen alle, wer wer ist. Darum wird er nur aufbewahrt, wenn alle, die dabei waren, hier rechtzeitig zustimmen. Wer nichts sagt, stimmt nicht zu; dann bleiben nur die Summen. Niemand erfährt, wer was gesagt hat.
record-agree = Ich stimme zu
record-agree-back = Ich stimme nicht mehr zu
record-minutes = Minuten und Sekunden, jede Zeit für sich auf fünf Sekunden gerundet: Summen können um einige Sekunden abweichen, und 0:00 ist weniger als 3 Sekunden, aber nicht unbedingt nichts.
record-phase = Phase
record-planned = Geplant
record-actual = Dauer
record-leaders = Leitung sprach
record-presenter = Referent·in sprach
record-members = Teilnehmende sprachen
record-members-apart = Teilnehmende sprachen, ohne die vorstellende Person
record-overlap = Mehrere sprachen zugleich
record-everyone = Alle haben gesprochen
record-silence = Stille
record-whole = Die ganze Sitzung
record-whole-voices = Das ganze Treffen
record-setting = Zeit und Rahmen
record-measured = Die Gruppe an der Arbeit
record-shares = Redeanteile der Teilnehmenden
record-shares-voices = Die Anteile der Stimmen an dem, was gesagt wurde
record-shares-none = Nicht angegeben: { $why }
record-listed = { $before }; { $then }
record-untold-few = weniger als fünf Teilnehmende
record-untold-few-voices = weniger als fünf Stimmen
record-untold-short = weniger als fünf Minuten an der Arbeit
record-untold-short-voices = weniger als fünf Minuten
record-untold-little = Teilnehmende sprachen zusammen weniger als eine Minute
record-untold-little-voices = weniger als eine Minute gesprochen
record-untold-floor = weniger als drei Teilnehmende ergriffen das Wort
record-untold-floor-voices = weniger als drei Stimmen ergriffen das Wort
record-untold-quiet = weniger als drei Teilnehmende haben gesprochen
record-untold-quiet-voices = weniger als drei Stimmen
record-untold-either = weniger als fünf Minuten an der Arbeit, weniger als eine Minute von Teilnehmenden gesprochen, oder weniger als drei Teilnehmende haben gesprochen
record-untold-either-voices = weniger als fünf Minuten, weniger als eine Minute gesprochen oder weniger als drei Stimmen
record-untold-unmeasured = Niemand hat gemessen, wer sprach
record-untold-unheard = Von den Teilnehmenden hat niemand gesprochen
record-untold-said = zusammen wurde weniger als eine Minute gesprochen
record-leader-share = Anteil der Leitung an allem Gesagten
record-silence-kept = Anteil des Zurücksetzens, in dem die vorstellende Person schwieg
record-size = Teilnehmende
record-size-presented = Teilnehmende, mit der vorstellenden Person
record-voices = Personen, die gesprochen haben
record-under_5 = bis 4
record-5_to_8 = 5 bis 8
record-9_to_12 = 9 bis 12
record-13_to_16 = 13 bis 16
record-over_16 = mehr als 16
record-month = Monat
record-format = Arbeitsweise
record-format-of = { $name }, Fassung { $version }
record-unknown = Nicht bekannt
record-led = Leitung und Co-Leitung
record-cases = Vorgestellte Fälle
record-percentages = Prozente sind gerechnet, bevor die Zeiten gerundet werden: Bei kurzen Zeiten weichen sie von diesen ab.
record-overlap-note = Sprechen mehrere zugleich, zählt es bei allen, die sprechen. So können Gesagtes und Stille zusammen mehr ergeben als die Zeit an der Arbeit.
record-counts = Hier stehen alle Anzahlen, auch die unter fünf: Wer dabei war, konnte eben diese Seite sehen, bevor sie aufbewahrt wurde. Liegen mehrere Sitzungen nebeneinander, fehlen solche Anzahlen.
record-counts-before = Hier stehen alle Anzahlen, auch die unter fünf: Sie sehen alles, was aufbewahrt würde. Liegen mehrere Sitzungen nebeneinander, fehlen solche Anzahlen.
record-file = Alles, so wie es aufbewahrt wird
record-file-rehearsal = Alles, so wie es aufbewahrt würde
plot-title = Wie eine Sitzung verlief
plot-title-voices = Wie ein Treffen verlief
plot-svg = Jede Zeichnung lässt sich für sich speichern, als SVG-Bild; Browser und Programme für Folien öffnen es. Diese Seite führt kein Skript aus und macht darum kein PNG-Bild; wer Restarea installiert hat, kann eines machen: { $command }
figure-course = Die Phasen, und wer darin sprach
figure-stacked = Die Teile eines Balkens stehen in der Reihenfolge der Legende: Jeder ist eine Summe; was zuerst kam, zeigen sie nicht.
figure-lacks-not_begun = Die Sitzung hatte keine Phase.
figure-lacks-not_ended = Der Server blieb mitten in der Sitzung stehen: Was danach kam, steht nicht in diesem Bogen.
figure-lacks-speech_not_measured = Niemand hat gemessen, wer sprach: Was hier 0 ist, weiß man nicht.
figure-lacks-measured_in_part = Der Server, oder was darin das Sprechen misst, wurde mittendrin angehalten und lief dann weiter. Wer unmittelbar davor (jeweils bis zu 11 Sekunden) und bis zum erneuten Messen sprach, ist nicht bekannt: Von dieser Zeit ist nichts gezählt, sie gilt auch nicht als Stille.
figure-lacks-no_speech = Es wurde gemessen, wer sprach, und niemand sprach.
figure-lacks-interventions_not_noted = Die Leitung hat nicht vermerkt, was sie getan hat, um den Rahmen zu halten: Davon gibt es keine Zeichnung. Die Tabelle nennt, was der Verlauf der Sitzung von selbst zeigt.
figure-unmarked = Die Leitung hat nicht vermerkt, was sie getan hat, um den Rahmen zu halten: Davon gibt es keine Zeichnung.
figure-lacks-hurried = Aus einer Probe, die schneller lief als im Ernst: Ihre Zeiten sind nicht die einer Sitzung.
figure-lacks-roles_unknown = Wer geleitet und wer einen Fall vorgestellt hat, ist nicht bekannt: Alle Stimmen zählen gleich.
figure-lacks-plan_unknown = Was geplant war, ist nicht bekannt.
figure-not-known = nicht bekannt
figure-leader = Leitung
figure-presenter = Referent·in
figure-member = Teilnehmende
figure-everyone = Alle, gleich in welcher Rolle
figure-silence = Stille
figure-apart = Leitung unter sich, Pause, nicht gemessen oder zu kurz, um es anzugeben
figure-share = Anteil
figure-table = Die Zahlen als Tabelle
figure-reading = Wie diese Zeichnung zu lesen ist
figure-contents = Auf dieser Seite
figure-short-course = Phasen
figure-short-shares = Anteile
figure-short-held = Zeitverlauf
figure-short-timeline = Wer wann sprach
figure-short-seats = Wer nach wem, nach Plätzen
figure-short-followed = Wer nach wem, nach Rollen
figure-short-by_phase = Wortbeiträge nach Phasen
figure-short-turn_lengths = Länge der Wortbeiträge
figure-short-transfers = Lücken und Überlappungen
figure-short-silences = Stille
figure-short-interventions = Was die Leitung tat
figure-short-plans = Phasen
figure-short-roles = Wer sprach
figure-short-quiet = Stille
figure-short-evenly = Verteilung
figure-short-turns = Wortbeiträge
figure-short-floor = Lücken und Überlappungen
figure-short-after = Wer nach wem
figure-percent = { $part } %
figure-hundredths = { $whole },{ $rest }
figure-planned = geplant
figure-planned-below = geplant, in Klammern, wo verschieden
figure-planned-as = geplant { $time }
figure-under-step = < { $seconds } s
figure-course-at-once = Wo mehrere zugleich sprachen, hat der Balken alle im Verhältnis; die Zeile darunter sagt, wie lange jede Rolle sprach.
figure-held = Die Phasen im Zeitverlauf
figure-began-at = ab { $time }
figure-held-note = Wann jede Phase begann und endete, mit ihren Pausen. Null ist der Beginn der Sitzung; das Warten davor steht nirgends. Der Strich steht, wo sie nach Plan geendet hätte.
figure-again = { $phase }, noch einmal
figure-held-began = Beginn
figure-held-measured = Die Gruppe an der Arbeit
figure-held-paused = In Pause
figure-held-pauses = Pausen
figure-held-back = Zurückgesetzt
figure-held-pushed_back = Wie oft zurück
figure-held-unheard = Stimme ungehört
figure-held-links_lost = Verbindungen verloren
figure-by_phase = Die Wortbeiträge, Phase für Phase
figure-by_phase-note = Wie viele Wortbeiträge in jeder Phase begannen. In der Tabelle auch der Anteil der Leitung am Gesagten, und wie lange mehrere zugleich sprachen.
figure-by_phase-runs-on = Ein Wortbeitrag, der in die nächste Phase hinein andauert, ist dort gezählt, wo er begann; in den Zeiten hat jede Phase ihren Teil davon: In einer Phase mit 0 Wortbeiträgen kann viel gesagt worden sein.
figure-by_phase-little = „–“: In dieser Phase wurde weniger als eine Minute gesprochen; der Anteil der Leitung sagt da wenig.
figure-timeline = Welcher Platz wann sprach
figure-timeline-note = Wo eine senkrechte Linie steht, beginnt die Phase, die oben an ihr genannt ist.
figure-timeline-presented = Wer einen Fall vorgestellt hat, trägt durchgehend die Farbe der vorstellenden Person.
figure-timeline-differs = Hier stimmt bei manchen Plätzen, was gesagt wurde („Sprach“), nicht mit den Balken überein: Sie bestehen aus Schritten von fünf Sekunden, und Kurzes kann keinen Balken haben oder einen längeren.
figure-timeline-sums = „Sprach“, wie am Ende jeder Zeile, ist alles, was von einem Platz aus gesagt wurde. Die Balken bestehen aus Schritten von fünf Sekunden und gehen über Pausen von bis zu drei Sekunden innerhalb eines Redebeitrags hinweg (in früheren Bögen können sie dort abbrechen): Sie können mehr oder weniger ergeben.
figure-timeline-roles = „Sprach“ ist gezählt wie die Summen der Sitzung; doch dort zählt, wer vorgestellt hat, nur während des eigenen Falls als vorstellende Person, und hier hat der Platz auch, was davor und danach als Teilnehmer·in gesagt wurde.
figure-timeline-steps = In diesem früheren Bogen sagen nur die Balken, wie lange ein Platz sprach. Sie bestehen aus Schritten von fünf Sekunden und können mehr oder weniger ergeben als die Summen.
figure-timeline-imported = Das Treffen wurde importiert: Jeder Platz ist eine Stimme der Datei, in der Reihenfolge des ersten Wortes nummeriert; gefragt wurde niemand.
figure-timeline-counted = Gezählte Redebeiträge: { $turns }; Balken: { $bars }. Was kürzer war als ein solcher Schritt, hat oft keinen Balken und steht nur in den Summen; oder es ist zu einem ganzen Schritt geworden und vielleicht mit dem daneben verbunden: Balken, die sich berühren, sind einer. Ein Balken, der zu kurz wäre, um sichtbar zu sein, ist etwas länger gezeichnet.
figure-timeline-none = Es ist kein Balken gezeichnet: Niemand sprach am Stück so lange wie ein Schritt von fünf Sekunden. Was gesagt wurde, steht in den Summen. Gezählte Redebeiträge: { $turns }.
figure-stretches = Wann welcher Platz sprach, als Tabelle
figure-stretches-when = Von und bis
figure-pseudonymous = Pseudonym, nicht anonym: Wer die Gruppe kennt, erkennt vielleicht, wer wer ist.
figure-pseudonymous-few = Pseudonym, nicht anonym: Bei so wenigen Teilnehmenden wissen alle, wer wer ist.
figure-minute = { $minute } Min.
figure-seat = Platz
figure-spoke = Sprach
figure-bars = Alle seine Balken
figure-bars-in = Balken: { $phase }
figure-presented = hat vorgestellt
figure-seats = Wer nach wem das Wort nahm, Platz für Platz
figure-seats-note = Gezählt nach dem, wer wann sprach, in Schritten von fünf Sekunden: Was kürzer ist, fehlt darin, und die Anzahlen können von denen nach Rollen abweichen.
figure-seats-note-voices = Gezählt danach, wer wann gesprochen hat, in Schritten von fünf Sekunden: Was kürzer ist, ist nicht darin.
figure-seats-many = Wer nach wem sprach, ist bei mehr als { $most } Plätzen nicht Platz für Platz gezeichnet.
figure-points = Ein Pfeil zeigt auf, wer als Nächstes sprach: je breiter, desto öfter. Die Zahl sagt, wie oft.
figure-points-begin = Ein Pfeil zeigt auf, wer als Nächstes sprach: je breiter, desto öfter; seine Zahl sagt, wie oft.
figure-drawn-of = Gezeichnet sind die { $ways } häufigsten von { $all_ways } Wegen: mindestens { $least }-mal.
figure-drawn-none = Kein Weg kam so viel öfter vor als die anderen, dass wenige Pfeile ihn zeigen könnten.
figure-squares = Alle Wege: In der Zeile eines Platzes steht, wie oft jeder andere als Nächstes sprach.
figure-followed = Wer nach wem das Wort nahm, nach Rollen
figure-after = Nach
figure-after-seat = Nach Platz
figure-count = Wie oft
figure-figures = Die Zahlen: { $unit }.
figure-unit-time = Minuten und Sekunden
figure-unit-part = Prozent dessen, was gesagt wurde
figure-unit-time-part = Prozent der Arbeitszeit, Stille eingeschlossen
figure-unit-mixed = von 0 bis 1, oder Prozent
figure-unit-silences-mixed = Prozent, oder wie oft Stille war
figure-unit-turns = wie viele Wortbeiträge
figure-unit-silences = wie oft Stille war
figure-unit-count = wie viele Male
figure-turn_lengths = Wie lang die Wortbeiträge waren
figure-turn_lengths-note = Ein Wortbeitrag reicht vom Anfang bis zum Ende: Die kurzen Pausen darin, von höchstens 3 Sekunden, zählen mit. Nach längerer Stille beginnt dieselbe Stimme einen neuen.
figure-turn_lengths-0 = unter 5 Sekunden
figure-turn_lengths-1 = 5 bis 15 Sekunden
figure-turn_lengths-2 = 15 bis 60 Sekunden
figure-turn_lengths-3 = 1 bis 3 Minuten
figure-turn_lengths-4 = über 3 Minuten
figure-transfers = Von einer Stimme zur nächsten: Lücken und Überlappungen
figure-transfers-0 = gleichzeitig, über 1 Sekunde
figure-transfers-1 = gleichzeitig, ½ bis 1 Sekunde
figure-transfers-2 = gleichzeitig, unter ½ Sekunde
figure-transfers-3 = Lücke unter ½ Sekunde
figure-transfers-4 = Lücke von ½ bis 1 Sekunde
figure-transfers-5 = Lücke von 1 bis 3 Sekunden
figure-transfers-6 = Lücke von 3 Sekunden oder mehr
figure-silences = Stille
figure-silences-note = Gezählt ist Stille von über 3 Sekunden. „Stille“ an anderer Stelle auf dieser Seite ist die Summe aller Stille, auch der kürzeren: Sie kann groß sein, wo hier keine gezählt ist.
figure-silences-note-phases = Eine Stille, die in die nächste Phase hinein andauert, ist dort gezählt, wo sie begann; in den Summen hat jede Phase ihren Teil davon.
figure-silences-all = Alle Stille, auch unter 3 Sekunden
figure-silences-0 = über 3 Sekunden
figure-silences-1 = davon über 10 Sekunden
figure-silences-2 = davon über 30 Sekunden
figure-shares = Redeanteile der Teilnehmenden
figure-shares-voices = Die Anteile der Stimmen an dem, was gesagt wurde
figure-shares-note = Der Strich steht dort, wo alle gleich lang gesprochen hätten.
figure-shares-presented = Wer einen Fall vorgestellt hat, zählt hier zu den Teilnehmenden, mit allem Gesagten, auch der Vorstellung.
figure-shares-nobodys = Wessen Anteile es sind, ist nirgends festgehalten.
figure-shares-nobodys-voices = Wessen Anteile es sind, sagt die Datei.
figure-shares-seats = Von welchen Plätzen diese Anteile stammen, zeigt das Bild „Welcher Platz wann sprach“.
figure-shares-rounded = In diesem früheren Bogen ist jeder Anteil für sich gerundet, auf Zehntel, bei acht Teilnehmenden oder weniger auf Drittel: 0 % ist wenig und nicht unbedingt nichts, und zusammen ergeben sie nicht immer 100 %.
figure-shares-most = Die { $count }, die am meisten sprachen
figure-shares-between = Die { $count } dazwischen
figure-shares-least = Die { $count }, die am wenigsten sprachen
figure-shares-all = Alle { $count }
figure-even-0 = Im Ganzen sprachen die Teilnehmenden ähnlich lang.
figure-even-0-voices = Im Ganzen haben die Stimmen ähnlich lang gesprochen.
figure-even-1 = Manche sprachen länger als andere.
figure-even-1-voices = Einige Stimmen haben länger gesprochen als andere.
figure-even-2 = Manche sprachen deutlich länger als andere.
figure-even-2-voices = Einige Stimmen haben viel länger gesprochen als andere.
figure-even-3 = Wenige Teilnehmende sprachen den größten Teil.
figure-even-3-voices = Wenige Stimmen haben das meiste gesagt.
figure-gini = Gini { $gini }, Gleichmäßigkeit { $evenness } (wenn alle gleich lang sprechen, ist Gini 0 und die Gleichmäßigkeit 1): Das beschreibt, wie sich das Sprechen verteilte, und bewertet es nicht.
figure-gini-close = unter 0,03
figure-evenness-close = über 0,97
figure-even-steps = Beide Werte sind in Schritten von 0,05 angegeben.
figure-interventions = Was die Leitung getan hat, um den Rahmen zu halten
compare-title = Sitzungen nebeneinander
example-all = Ein Beispiel: Diese Gruppe gibt es nicht, und niemand war dabei.
example-some = Einige davon sind aus dem Beispiel: Diese Gruppe gibt es nicht, und niemand war dabei.
compare-text = Wie mehrere Sitzungen verliefen. Kein Ton, kein Wort, kein Name, kein Tag.
compare-plans = Wie lange jede Phase dauerte
compare-plans-note = Der Strich steht, wo die Phase nach Plan geendet hätte.
compare-own-scales = Jedes Feld hat seinen eigenen Maßstab.
compare-other-scales = Prozente haben einen gemeinsamen Maßstab; jedes andere Feld hat seinen eigenen.
compare-lane = Helle Säule: das Höchstmögliche.
compare-roles = Wer sprach, nach Rollen
compare-roles-note = Wer einen Fall vorstellt, zählt während dieses Falls als vorstellende Person, davor und danach zu den Teilnehmenden. Gleichzeitige Stimmen zählen einmal, im Verhältnis.
compare-quiet = Stille, in jeder Sitzung
compare-quiet-note = Der Anteil an der Zeit ist der aller Stille, auch unter 3 Sekunden; gezählt ist die längere.
compare-silence_share = Stille, Anteil an der Zeit
compare-over_3_s = Stille über 3 Sekunden
compare-over_10_s = Davon über 10 Sekunden
compare-over_30_s = Davon über 30 Sekunden
compare-evenly = Wie sich das Gesagte verteilte
compare-evenly-note = Gini 0 und Gleichmäßigkeit 1: Alle Teilnehmenden sprachen gleich lang; wer einen Fall vorgestellt hat, zählt dazu, mit allem Gesagten, auch der Vorstellung. Gegenseitigkeit 1: Auf jede Person folgen gleich oft die, denen sie folgt. Das beschreibt die Sitzungen und bewertet sie nicht.
compare-evenly-steps = Gini und Gleichmäßigkeit sind in Schritten von 0,05 angegeben: 0,00 heißt unter 0,03 und 1,00 über 0,97.
compare-evenly-voices = Bei einem importierten Treffen gelten Gini und Gleichmäßigkeit für alle Stimmen, auch für die, die geleitet haben; bei einer Sitzung nur für ihre Teilnehmenden. Sie besagen also nicht dasselbe.
compare-gini = Gini
compare-evenness = Gleichmäßigkeit
compare-reciprocity = Gegenseitigkeit
record-reciprocity = Gegenseitigkeit (1, wenn auf jede Person gleich oft die folgen, denen sie folgt)
compare-leaders-part = Anteil der Leitung
compare-turns = Wortbeiträge, und wie lang sie waren
compare-turns-all = Wie viele Wortbeiträge
compare-turns-long = über 1 Minute
compare-floor = Von einer Stimme zur nächsten: Lücken und Überlappungen
compare-overlaps = gleichzeitig
compare-gaps = Lücke von ½ bis 3 Sekunden
compare-after = Wer nach wem das Wort ergriff
compare-after-leader = Leitung, oder nach ihr
compare-after-presenter = Wer vorstellt, oder danach, ohne Leitung
compare-after-member = Teilnehmende nach Teilnehmenden
compare-after-note = Hin und zurück zusammen, von neun an: Jeder Beitrag zählt zweimal, neun sind also mindestens fünf Beiträge. Jeder Beitrag außer dem ersten kam nach einem anderen; aus jeder Richtung allein ließe sich eine, die selten ist, aus den anderen errechnen.
compare-silence-kept = Zurückgesetzt, schweigend
compare-other-kinds = Die übrigen zusammen
compare-kinds-note = Was in einer Sitzung weniger als fünfmal vermerkt wurde, zählt dort zu den übrigen. In welchen Phasen es war, sagt die Seite der einzelnen Sitzung.
compare-no-kinds-note = Nichts davon wurde in einer Sitzung fünfmal vermerkt, darum steht alles zusammen. Was es war und in welchen Phasen, sagt die Seite der einzelnen Sitzung.
compare-count = Wie oft
compare-session = Sitzung
compare-session-planned = Sitzung: Dauer (geplant)
compare-under = unter 5
compare-not-told = nicht angegeben
compare-few = nicht angegeben: unter 5 Teilnehmende
compare-little = nicht angegeben: zusammen wurde weniger als eine Minute gesprochen
compare-not-noted = nicht vermerkt
compare-sign-under = unter 5
compare-sign-not-told = nicht angegeben: { $why }
compare-reckoned = sie selbst oder eine Anzahl daneben ist unter 5 und ließe sich aus den anderen errechnen
compare-reckoned-turns = sie selbst oder eine Anzahl daneben ist unter 9, sodass es weniger als 5 solche Wortbeiträge gewesen sein können
compare-sign-not-noted = nicht vermerkt: Die Leitung hat nichts markiert
compare-sign-not-known = nicht bekannt
compare-sign-none = nicht gemessen, oder es gab keine
compare-sign-measured_in_part = * Nur zum Teil gemessen: Der Server wurde mittendrin angehalten und lief dann weiter; von einigen Sekunden ist nicht bekannt, wer sprach, und was da gesagt wurde, ist nirgends gezählt.
compare-sign-hurried = † Aus einer Probe, die schneller lief als im Ernst: Ihre Zeiten sind nicht die einer Sitzung, und in keiner Spanne und keinem Median von anderen ist sie mitgezählt.
compare-gap = Linie unterbrochen: Von diesem Monat gibt es keinen Bogen.
compare-gap-long = Drei Punkte: mehrere Monate ohne Bogen.
compare-many = Von links nach rechts: eine Säule je Sitzung, mit den Zahlen der ersten und der letzten.
compare-columns = Von links nach rechts: eine Säule je Sitzung.
compare-once = in einer Sitzung: { $figure }
compare-always = immer { $figure }
compare-of-all = von { $least } bis { $most } · Median { $middle }
compare-of-all-lower = von { $least } bis { $most } · unterer Median { $middle }
compare-of-told = von { $count }, die genannt sind: { $said }
compare-not-drawn = Nicht gezeichnet, weil es sich von keiner dieser Sitzungen angeben lässt: { $names }.
compare-nothing = Hier gibt es von keiner dieser Sitzungen etwas zu zeichnen.
compare-why = Der Grund: { $why }.
compare-undrawn = Was sich nicht zeichnen lässt
compare-alone = Anzahlen unter fünf sind weggelassen und manche daneben auch.
compare-imported = Von einem importierten Treffen ist jede Anzahl angegeben: Wer seine Datei hat, kennt sie alle.
compare-twice = Alle Summen von { $names } sind gleich: Gehören sie zu einer einzigen Sitzung, so zählt diese hier mehrfach.
compare-of = { $count } Sitzungen
compare-of-months = { $count } Sitzungen, { $first } bis { $last }
compare-rule = Anzahlen unter fünf, und wer in einer Sitzung mit weniger als fünf Teilnehmenden sprach, stehen hier nicht, und auch die Anzahlen daneben nicht, aus denen sich eine solche errechnen ließe. Zeichnungen über viele Monate sind schnell weitergegeben, und so wenige ließen sich darin wiedererkennen. Die Seite jeder einzelnen Sitzung nennt sie, so wie alle, die dabei waren, sie sehen konnten, bevor sie aufbewahrt wurde.
compare-too-few = Es sind weniger als zwei Bögen: Noch lässt sich nichts nebeneinanderlegen.
compare-within-month = Sitzungen desselben Monats stehen in keiner zeitlichen Folge nebeneinander: Welche die erste war, ist nirgends festgehalten. Auch ihre Buchstaben sagen keine Reihenfolge.
page-records-title = Zusammengehaltene Bögen
page-records-text = Wie die Sitzungen dieser Gruppe verliefen, Monat für Monat. Kein Ton, kein Wort, kein Name, kein Tag.
records-of-group = Zusammengehaltene Bögen: { $group }
records-none = Keine Ihrer Gruppen hält ihre Bögen zusammen. Das wird gewählt, wenn ein Treffen eröffnet wird, und alle im Raum erfahren es.
records-waiting = Ein Bogen kommt hierher, wenn die zwanzig Stunden vorbei sind, in denen man Nein dazu sagen kann.
records-groups = Von welcher Gruppe
records-each = Jede Sitzung für sich
records-line = { $minutes ->
    [0] { $month }: { $format }, unter einer Minute, { $members } Teilnehmende
    [one] { $month }: { $format }, { $minutes } Minute, { $members } Teilnehmende
   *[other] { $month }: { $format }, { $minutes } Minuten, { $members } Teilnehmende
}
records-format-own = eine eigene Arbeitsweise
records-damaged = { $count ->
    [one] Ein Bogen ist beschädigt und wird nicht gezeigt.
   *[other] { $count } Bögen sind beschädigt und werden nicht gezeigt.
 }
records-newer = { $count ->
    [one] Ein Bogen stammt von einer neueren Version dieser Software und wird erst gezeigt, wenn dieser Server sie hat.
   *[other] { $count } Bögen stammen von einer neueren Version dieser Software und werden erst gezeigt, wenn dieser Server sie hat.
 }
page-damagedrecord-title = Dieser Bogen ist beschädigt
page-damagedrecord-text = Er lässt sich nicht zeigen. Sagen Sie der Person Bescheid, die diesen Server betreibt; sie kann ihn vernichten.
page-newerrecord-title = Dieser Bogen ist von einer neueren Version
page-newerrecord-text = Er ist unversehrt, aber die Software dieses Servers ist zu alt, um ihn zu lesen. Sagen Sie der Person Bescheid, die diesen Server betreibt: Nach der Aktualisierung wird er gezeigt.
records-of = Eine Sitzung im { $month }
records-of-none = Eine Sitzung
records-back = Alle Bögen dieser Gruppe
records-away = Zum Mitnehmen
records-away-hint = Der Server notiert, welcher Bogen an welchem Tag mitgenommen wurde, mit einer nichtssagenden Nummer für Sie und ohne Namen.
records-as-zip = ZIP: alle Formate, mit einem Codebuch
records-as-csv = CSV: eine Zeile für jede Phase
records-as-json = JSON: der Bogen selbst
records-print = Drucken
records-zip-lacks = Auf diesem Server enthält ein ZIP alle Formate außer { $formats }: Wer ihn betreibt, hat nicht installiert, was diese schreibt. Das ZIP sagt es auch.
records-choose = Auswählen: { $line }
records-away-chosen = Die ausgewählten als ein ZIP
records-away-all = Alle als ein ZIP
records-away-several-hint = Im ZIP sind alle Formate, mit einem Codebuch. Der Server notiert, welche Bögen an welchem Tag mitgenommen wurden, mit einer nichtssagenden Nummer für Sie und ohne Namen.
records-none-chosen = Keine Sitzung ist ausgewählt. Bitte kreuzen Sie an, welche Sie mitnehmen möchten, oder nehmen Sie alle mit.
records-few-chosen = Eine Sitzung allein lässt sich nicht nebeneinanderlegen: Bitte kreuzen Sie zwei oder mehr an. Dies sind alle.
records-no-chosen = Es ist keine Sitzung ausgewählt. Kreuzen Sie zwei oder mehr an, um nur diese zu sehen; dies sind alle.
records-compare = Nebeneinander
records-compare-chosen = Die ausgewählten nebeneinander zeigen
records-compare-all = Wieder alle zeigen
records-not-made = Das ist gerade nicht gelungen. Bitte versuchen Sie es noch einmal.
records-being-made = Wird erstellt …
records-figure-as = { $figure }, als { $format }
page-myrecords-title = Meine Bögen
page-myrecords-text = Wie Sitzungen verliefen, die Sie geleitet haben, aus all Ihren Gruppen, Monat für Monat. Kein Ton, kein Wort, kein Name, kein Tag und keine Gruppe.
myrecords-none = Noch nichts. Wo von einer Sitzung, die Sie geleitet haben, etwas bleibt, bietet Ihnen die Seite, auf der alle es sehen, zwanzig Stunden lang an, es in Ihre Sammlung aufzunehmen. Es kommt hierher, wenn diese Stunden vorbei sind und niemand Nein gesagt hat.
myrecords-hours = Wann Sie geleitet haben und wie viele Stunden, steht anderswo. Von dort führt nichts zu diesen Bögen:
myrecords-off = Aus meiner Sammlung nehmen
page-ownoff-title = Diesen Bogen aus Ihrer Sammlung nehmen?
page-ownoff-text = Er lässt sich nicht in Ihre Sammlung zurückholen, und Links, mit denen Sie ihn teilen, zeigen ihn nicht mehr. Der Bogen selbst bleibt auf diesem Server und führt nicht mehr zu Ihnen. Was Sie heruntergeladen haben, bleibt Ihnen.
myrecords-off-back = Zurück und dort lassen
page-sharedrecords-title = Mit Ihnen geteilte Bögen
page-sharedrecords-text = Wie Sitzungen verliefen, die eine Person geleitet hat, Monat für Monat. Kein Ton, kein Wort, kein Name, kein Tag und keine Gruppe.
groups-records = Zusammengehaltene Bögen
groups-records-look = Nebeneinander ansehen
groups-records-end = Ab jetzt getrennt aufbewahren
groups-records-end-hint = Die Bögen bleiben, führen aber weder hierher noch zueinander. Das lässt sich nicht rückgängig machen.
share-title = Für die Supervision teilen
share-hint = Wer den Link hat, sieht dieselben Seiten ohne den Namen einer Gruppe und bekommt nichts zum Mitnehmen angeboten. Er führt zu dem, was jetzt da ist; für einen Bogen, der später kommt, erstellen Sie einen neuen. Er endet von selbst, oder wenn Sie ihn beenden. Der Server notiert ohne Namen, dass Sie ihn geteilt haben und dass er geöffnet wurde.
share-days = Für wie viele Tage
share-day = { $days }, bis { $day }
share-all = Link zu all diesen Bögen erstellen
share-latest = Link zu den letzten { $most } dieser Bögen erstellen
share-record = Link zu diesem Bogen erstellen
share-chosen = Link zu den ausgewählten erstellen
share-none-chosen = Keine Sitzung ist ausgewählt. Bitte kreuzen Sie an, welche Sie teilen möchten.
share-too-many = Ein Link führt zu höchstens { $most } Sitzungen. Bitte kreuzen Sie weniger an.
share-line-all = Ein Link zu allen { $count } dieser Bögen, bis { $time }
share-line-some = { $count ->
    [one] Ein Link zu einem Bogen ({ $months }), bis { $time }
   *[other] Ein Link zu { $count } Bögen ({ $months }), bis { $time }
 }
share-end = Beenden
share-link = Der Link
share-until = Er gilt bis { $time }.
share-back = Zurück
page-share-title = Ein Link zum Ansehen
page-share-text = Er wird nur dieses eine Mal gezeigt: Geben Sie ihn jetzt weiter.
page-shared-title = Bögen von Sitzungen
page-shared-text = Jemand, der Gruppen leitet, zeigt Ihnen, wie Sitzungen verliefen: kein Ton, kein Wort, kein Name. Was Sie sehen, gehört denen, die dabei waren, und ist für Ihr Gespräch darüber.
shared-press = Ansehen
shared-until = Der Link, über den Sie das ansehen, gilt bis { $time }, wenn er nicht vorher beendet wird.
shared-until-address = Wenn er nicht beendet wurde, gilt dieser Link bis { $time }.
shared-over = Dieser Link gilt nicht mehr. Bitten Sie um einen neuen.
intervention-open = Eröffnen
intervention-frame = An den Rahmen erinnern
intervention-protect_presenter = Referent·in schützen
intervention-redirect_advice = Einen Rat umlenken
intervention-redirect_question = Eine Frage umlenken
intervention-invite_patient_view = Zur Patientensicht einladen
intervention-invite_doctor_view = Zur ärztlichen Sicht einladen
intervention-hold_silence = Die Stille halten
intervention-reflect_group = Die Gruppe spiegeln
intervention-time = Auf die Zeit achten
intervention-recall_presenter = Referent·in zurückholen
intervention-close = Zum Ende führen

## Danach: eine Bescheinigung für alle, die da waren, was jemand geleitet hat, einige Fragen

page-certificate-title = Teilnahmebescheinigung
page-certificate-text = Schreiben Sie Ihren Namen so, wie er darauf stehen soll, mit höchstens 60 Zeichen; ein langer wird kleiner. Dann drucken Sie die Bescheinigung oder speichern sie als PDF.
page-certificates-title = Teilnahmebescheinigungen
page-certificates-text = Treffen, bei denen dieser Browser war, das neueste zuerst.
page-nocertificate-title = Hier gibt es keine Bescheinigung
page-nocertificate-text = Öffnen Sie diese Seite in dem Browser, mit dem Sie bei dem Treffen waren. Bescheinigungen sind einige Wochen lang da; manche Server geben keine, und für weniger als eine halbe Minute gibt es keine.
page-earlycertificate-title = Die Sitzung ist noch nicht zu Ende
page-earlycertificate-text = Wenn die Leitung sie beendet hat, finden Sie hier Ihre Bescheinigung, in diesem Browser.
certificate-title = Teilnahmebescheinigung
certificate-name = Hiermit wird bescheinigt, dass
certificate-name-hint = Ihr Name wird nirgendwohin gesendet und nirgends aufbewahrt. Lassen Sie das Feld leer, so bleibt eine Linie zum Ausfüllen von Hand.
certificate-took-part = an einem Treffen einer Balintgruppe teilgenommen hat.
certificate-took-part-group = an einem Treffen der Balintgruppe „{ $group }“ teilgenommen hat.
certificate-when = Beginn
certificate-attended = Anwesend
certificate-lasted = Dauer des Treffens
certificate-role = Rolle
certificate-held = Ort
certificate-held-at = per Video, auf { $host }
certificate-minutes = { $minutes ->
    [one] 1 Minute ({ $hours } Std.)
   *[other] { $minutes } Minuten ({ $hours } Std.)
}
certificate-attests = Die Leitung der Gruppe bestätigt mit ihrer Unterschrift, dass die oben genannte Person teilgenommen hat.
certificate-place-day = Ort, Datum
certificate-leader = Name und Unterschrift der Leitung
certificate-code = Code:
certificate-check = Ob der Code von diesem Server stammt, für welchen Tag und wie viele Minuten er ausgestellt wurde, lässt sich prüfen unter { $address }.
certificate-measured = Gezählt ist die Zeit mit bestehender Verbindung, vom Beginn der Sitzung bis zu ihrem Ende. Für die Leitung endet sie mit ihrem Gespräch nach dem Kreis, für alle anderen mit dem Kreis. Worüber gesprochen wurde und wer sonst da war, steht nirgends.
certificate-print = Drucken oder als PDF speichern
certificate-until = Sie finden sie in diesem Browser wieder bis Ende { $month }, und so auch jede andere Person, die ihn benutzt.
certificate-forget = Vom Server löschen
certificate-forget-text = Sie lässt sich dann nirgends mehr zeigen. Nur eine Sicherung des Servers von vorher könnte sie zurückbringen. Was Sie gedruckt haben, gilt weiter.
page-verify-title = Eine Bescheinigung prüfen
page-verify-text = Geben Sie den Code ein, der auf der Bescheinigung steht. Er sagt, für welchen Tag und wie viele Minuten sie ausgestellt wurde, niemals wem.
verify-code = Code
verify-check = Prüfen
verify-right = { $minutes ->
    [one] Dieser Server hat mit diesem Code eine Bescheinigung für ein Treffen am { $day } ausgestellt, 1 Minute anwesend.
   *[other] Dieser Server hat mit diesem Code eine Bescheinigung für ein Treffen am { $day } ausgestellt, { $minutes } Minuten anwesend.
}
verify-name = Den Namen darauf hat die Person, der sie gehört, selbst eingetragen; für ihn bürgt die Unterschrift der Leitung.
verify-wrong = Diesen Code hat dieser Server nie ausgestellt. Bitte vergleichen Sie ihn Buchstabe für Buchstabe.
page-hours-title = Was Sie geleitet haben
page-hours-text = Ihre Treffen in Leitung, Co-Leitung oder Ausbildung, für Ihre Anerkennung. Die Stunden sind auf Viertel gerundet. Diese Liste sehen nur Sie.
hours-meetings = Treffen
hours-hours = Stunden
hours-all = Zusammen
hours-take = Herunterladen für die Tabellenkalkulation (CSV)
hours-each = Jedes Treffen
hours-date = Datum
hours-start = Beginn
hours-zone = Zeitzone
hours-minutes = Minuten
hours-role = Rolle
hours-format = Arbeitsweise
hours-group = Gruppe
hours-forget = Löschen
hours-forget-all = Die ganze Liste löschen
page-hoursforget-title = Aus Ihrer Liste löschen?
page-hoursforget-text = Das lässt sich nicht rückgängig machen. Was Sie heruntergeladen haben, bleibt Ihnen.
hours-forget-back = Zurück, ohne etwas zu löschen
hours-none = Noch nichts. Ein Treffen kommt hierher, wenn es zu Ende ist, sofern Sie es mit Ihrem eigenen Link geleitet haben, länger als eine halbe Minute dabei waren und Ihre Adresse auf der Liste der Gruppe steht. Es zählt als mindestens eine Viertelstunde.
hours-kept = { $months ->
    [one] Jedes Treffen bleibt hier bis zum Ende des nächsten Monats stehen.
   *[other] Jedes Treffen bleibt hier { $months } Monate lang stehen.
}
hours-not-noted = Auf diesem Server wird hier nichts Neues vermerkt. Was hier steht, bleibt, bis Sie es löschen.
hours-records = Wie die Sitzungen verliefen, steht anderswo, soweit Sie oder eine Gruppe es aufgehoben haben. Von dort führt nichts zu dieser Liste:
page-nofeedback-title = Hier gibt es nichts zu beantworten
page-nofeedback-text = Entweder haben Sie schon geantwortet, oder dieser Browser war bei keinem Treffen, das zu Ende ist, oder hier wird nichts gefragt.
page-feedbackthanks-title = Danke
page-feedbackthanks-text = Ihre Antworten sind gezählt. Nichts sagt, dass sie von Ihnen sind. Sie können diese Seite schließen.
page-feedbackresults-title = Was geantwortet wurde
page-feedbackresults-text = Von allen Gruppen dieses Servers zusammen. Ein Monat wird gezeigt, wenn er vorbei ist; Monate mit wenigen Antworten werden zusammen gezeigt.
feedback-anonymous = Ihre Antworten werden mit denen aller gezählt, die in diesem Monat antworten, aus allen Gruppen hier. Nichts hält fest, wer geantwortet hat oder aus welcher Gruppe.
feedback-yes = Ja
feedback-no = Nein
feedback-send = Absenden
feedback-empty = Bitte beantworten Sie wenigstens eine Frage.
feedback-changed = Die Fragen wurden inzwischen geändert. Bitte sehen Sie sie noch einmal an.
feedback-few = Noch nicht gezeigt: weniger als { $count } Antworten, oder nur aus diesem Monat.

## Die Leitung meldet sich an

page-signin-title = Anmelden
page-signin-text = Für alle, die eine Gruppe leiten. Sie bekommen einen Link per E‑Mail; ein Passwort gibt es nicht.
page-signinsent-title = Sehen Sie in Ihr Postfach
page-signinsent-text = Wenn diese Adresse zu einer Leitung gehört, ist ein Link dorthin unterwegs. Er gilt eine Viertelstunde. Ist nach einigen Minuten nichts da, sehen Sie bei den unerwünschten Mails nach oder fragen Sie, wer diesen Server betreibt.
page-signinprinted-title = Fragen Sie, wer diesen Server betreibt
page-signinprinted-text = Dieser Server verschickt keine E‑Mails. Wenn diese Adresse zu einer Leitung gehört, steht jetzt ein Link in der Ausgabe des Servers, eine Viertelstunde lang. Wer den Server betreibt, kann ihn Ihnen geben.
page-nodesk-title = Hier ist kein Pult
page-nodesk-text = Auf einem zweiten Bildschirm öffnet man das Pult vom Pult im Raum aus: unter „Für Sie selbst“ mit „Auf einem anderen Bildschirm“.
page-deskopen-title = Das Pult der Leitung
page-deskopen-text = Ein Knopfdruck, und das Pult Ihrer Sitzung ist auf diesem Gerät. Ton und Bild gibt es hier nicht: Im Raum bleiben Sie auf Ihrem anderen Bildschirm.
deskopen-press = Das Pult hier öffnen
deskopen-over = Dieser Link wurde schon benutzt oder ist älter als fünf Minuten. Lassen Sie sich am Pult im Raum einen neuen zeigen.
page-second-title = Das Pult der Leitung
page-signinopen-title = Anmelden
page-signinopen-text = Ein Knopfdruck, und dieser Browser ist für dreißig Tage angemeldet.
signin-address = E‑Mail-Adresse
signin-no-mail = Für alle, die eine Gruppe leiten. Dieser Server verschickt keine E‑Mails: Den Link erhält, wer ihn betreibt, und gibt ihn Ihnen. Ein Passwort gibt es nicht.
signin-send = Link schicken
signin-press = Anmelden
signin-no-address = Das ist keine E‑Mail-Adresse. Schreiben Sie sie wie anna@example.org.
signin-too-fast = Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es dann noch einmal.
signin-link-over = Dieser Link wurde schon benutzt oder ist älter als eine Viertelstunde. Fordern Sie einen neuen an.
signin-again = Link anfordern
signin-needs-script = Diese Seite braucht JavaScript. Schalten Sie es im Browser ein und öffnen Sie dann den Link noch einmal.
signin-out = Abmelden
signin-printed = Leitung { $leader } (restarea leader list) möchte sich anmelden. E‑Mail ist nicht eingerichtet; hier der Link, gültig eine Viertelstunde:
signin-mail-title = Ihr Link zum Anmelden
signin-mail-text = Mit diesem Link melden Sie sich bei Restarea als Leitung an.
signin-mail-press = Anmelden
signin-mail-lasts = Er gilt eine Viertelstunde und ein einziges Mal.
signin-mail-not-you = Wenn Sie ihn nicht angefordert haben, tun Sie nichts: Ohne ihn kann sich niemand anmelden.

page-passkeys-title = Passkeys
page-passkeys-text = Mit einem Passkey melden Sie sich so an, wie Sie Ihr Gerät entsperren, mit Fingerabdruck, Gesicht oder PIN, und warten auf keine E‑Mail. Er bleibt auf Ihrem Gerät oder in dessen Konto; dieser Server bewahrt nur auf, womit er ihn prüft. Der Link per E‑Mail bleibt Ihr zweiter Weg hinein.
passkeys-none = Sie haben noch keinen.
passkeys-number = Passkey { $number }
passkeys-since = hinzugefügt im { $month }
passkeys-remove = Entfernen
passkeys-remove-hint = Wenn Sie einen entfernen, werden auch alle Ihre anderen Browser abgemeldet, falls ein Gerät verloren ist. Ihr Gerät behält seine Hälfte, bis Sie sie in seinen Einstellungen löschen; hier öffnet sie nichts mehr.
passkeys-add = Passkey hinzufügen
passkeys-add-hint = Ihr Gerät fragt, wo der Passkey aufbewahrt werden soll: hier, auf Ihrem Telefon oder auf einem Sicherheitsschlüssel. Nicht auf einem Computer, den auch andere entsperren.
passkeys-enter = Mit einem Passkey anmelden
passkeys-enter-hint = Haben Sie auf diesem Gerät oder auf Ihrem Telefon einen Passkey hinzugefügt?
passkeys-not-here = Passkeys gehen hier nicht. Sie brauchen einen neueren Browser und eine Adresse mit https und einem Namen, keine Nummer wie 127.0.0.1; auf diesem Computer genügt http://localhost. Melden Sie sich weiter per E‑Mail an.
passkeys-not-shown = Es wurde kein Passkey vorgezeigt. Versuchen Sie es noch einmal, oder fordern Sie einen Link per E‑Mail an; wenn Sie angemeldet sind, können Sie einen Passkey hinzufügen.
passkeys-not-added = Es wurde kein Passkey hinzugefügt. Versuchen Sie es noch einmal, wenn Sie möchten; der Link per E‑Mail bleibt Ihr Weg hinein.
passkeys-unknown = Dieser Passkey ist hier nicht oder nicht mehr bekannt. Fordern Sie einen Link per E‑Mail an. Den Passkey selbst können Sie in den Einstellungen Ihres Geräts löschen.
passkeys-refused = Dieser Passkey konnte nicht geprüft werden. Fordern Sie einen Link per E‑Mail an; entfernen Sie ihn dann aus Ihrer Liste, und fügen Sie einen neuen hinzu.
passkeys-over = Das hat länger als fünf Minuten gedauert, oder der Server wurde neu gestartet. Drücken Sie noch einmal.
passkeys-taken = Auf diesem Gerät haben Sie schon einen Passkey. Sie können sich damit anmelden.
passkeys-many = Sie haben zehn Passkeys, mehr gehen nicht. Entfernen Sie einen, dann können Sie einen anderen hinzufügen.
passkeys-signed-out = Sie sind nicht mehr angemeldet. Laden Sie diese Seite neu, melden Sie sich an, und fügen Sie dann den Passkey hinzu.
passkeys-failed = Das hat gerade nicht geklappt. Versuchen Sie es noch einmal, oder fordern Sie einen Link per E‑Mail an.
passkeys-mail-title = Ein Passkey wurde hinzugefügt
passkeys-mail-text = Zu Ihrem Zugang als Leitung bei Restarea wurde ein Passkey hinzugefügt. Wer ihn hat, kann sich damit als Sie anmelden.
passkeys-mail-not-you = Wenn Sie das nicht waren, hat jemand einen Browser benutzt, in dem Sie angemeldet waren. Öffnen Sie Ihre Passkeys, melden Sie sich per E‑Mail an, falls Sie danach gefragt werden, und entfernen Sie den neuesten: Damit werden auch Ihre anderen Browser abgemeldet.

## Die Gruppen einer Leitung

page-groups-title = Ihre Gruppen
page-groups-text = Wer dazugehört, und wann sie sich treffen.
page-newgroup-title = Eine neue Gruppe
groups-about = Die Gruppe selbst
groups-none = Sie haben noch keine Gruppe.
groups-new = Gruppe anlegen
groups-back = Ihre Gruppen
groups-signed-in = Angemeldet als
groups-next-none = Kein Treffen ist geplant.
groups-next-rhythm = { $when }: nach dem Rhythmus, noch nicht geplant
groups-next = Das nächste Treffen:
groups-name = Name der Gruppe
groups-format = Wie sie arbeitet
groups-format-line = { $name }: etwa { $minutes } Minuten, { $least } bis { $most } Teilnehmende
groups-language = Sprache ihrer E‑Mails
groups-telephone = Telefonnummer für den Fall, dass die Verbindung ausfällt
groups-telephone-hint = Freiwillig, etwa +43 1 234 56 78. Sie steht in den E‑Mails und Kalendern dieser Gruppe und dort, wo jemand aus ihr den Raum nicht erreicht.
groups-zone = Zeitzone
groups-zone-choose = Ort auswählen
groups-rhythm = Wann sie sich trifft
groups-rhythm-none = Jedes Treffen wird einzeln geplant
groups-rhythm-months = Jeden Monat am
groups-rhythm-weeks = Wochen von einem Treffen zum nächsten:
groups-nth = Der wievielte im Monat
groups-nth-1 = ersten
groups-nth-2 = zweiten
groups-nth-3 = dritten
groups-nth-4 = vierten
groups-nth-last = letzten
groups-weekday = Wochentag
groups-weekday-0 = Montag
groups-weekday-1 = Dienstag
groups-weekday-2 = Mittwoch
groups-weekday-3 = Donnerstag
groups-weekday-4 = Freitag
groups-weekday-5 = Samstag
groups-weekday-6 = Sonntag
groups-every = Anzahl der Wochen
groups-first = ab
groups-at = Uhrzeit
groups-people = Wer dazugehört
groups-people-hint = Den Namen sehen die anderen; ein Vorname genügt. Um jemanden von der Liste zu nehmen, leeren Sie Name und Adresse.
groups-person = Name
groups-role = Rolle
groups-role-leader = Leiter·in
groups-role-co-leader = Co-Leiter·in
groups-role-member = Teilnehmer·in
groups-role-observer = Beobachter·in
groups-address = E‑Mail-Adresse
groups-more = Mehr Zeilen
groups-save = Speichern
groups-changed-title = Jemand anders hat diese Gruppe geändert
groups-changed-text = Von dem, was Sie geschrieben haben, ist noch nichts gespeichert; es steht unten. Wählen Sie, was von den Änderungen der anderen Person bleibt, und speichern Sie dann.
groups-changed-kept = Von dem, was Sie geschrieben haben, ist noch nichts gespeichert; es steht unten. Was die andere Person geändert hat, bleibt, wie es hier steht: Speichern Sie noch einmal.
groups-changed-nothing = Von dem, was Sie geschrieben haben, ist noch nichts gespeichert; es steht unten. Den Änderungen der anderen Person ist es nicht im Weg: Speichern Sie noch einmal.
groups-changed-theirs = wie die andere Person es gespeichert hat: { $words }
groups-changed-mine = wie Sie es geschrieben haben: { $words }
groups-changed-lost = wie Sie es geschrieben haben, und wie es nicht bleibt: { $words }
groups-changed-before = wie es vorher war: { $words }
groups-changed-empty = nichts
groups-changed-off = nicht auf der Liste
groups-wrong = Noch nicht gespeichert: Unten steht, was zu berichtigen ist.
groups-wrong-name = Geben Sie der Gruppe einen Namen mit 1 bis 40 Zeichen.
groups-wrong-taken = Eine andere Gruppe heißt schon so. Wählen Sie einen anderen Namen.
groups-wrong-format = Wählen Sie, wie die Gruppe arbeitet.
groups-wrong-language = Wählen Sie eine Sprache.
groups-wrong-telephone = Eine Telefonnummer hat Ziffern, Leerzeichen, Klammern, Binde- und Schrägstriche und ein Plus am Anfang, höchstens { $most } Zeichen.
groups-wrong-zone = Wählen Sie den Ort, dessen Uhr gilt.
groups-wrong-rhythm = Das ergibt noch keinen Rhythmus: Es braucht eine Uhrzeit, bei Wochen auch ihre Anzahl (1 bis 12) und den Tag eines Treffens.
groups-wrong-person = Geben Sie jeder Person einen Namen mit 1 bis 40 Zeichen.
groups-wrong-twice = Dieser Name steht zweimal da. Schreiben Sie die beiden so, dass sie sich unterscheiden.
groups-wrong-address = Das ist keine E‑Mail-Adresse. Schreiben Sie sie wie anna@example.org.
groups-returned-unknown = Die letzte E‑Mail kam zurück: Diese Adresse gibt es nicht.
groups-returned-full = Die letzte E‑Mail kam zurück: Das Postfach ist voll.
groups-returned-refused = Die letzte E‑Mail kam zurück: Der Mailserver dort nimmt sie nicht an.
groups-returned-later = Die letzte E‑Mail kam zurück: Sie ließ sich tagelang nicht zustellen.
groups-returned-what = Fragen Sie nach einer anderen Adresse, oder übergeben Sie auf der Seite eines Treffens selbst einen Link.
groups-wrong-role = Wählen Sie für alle eine Rolle.
groups-roster-leaders = Genau eine Person ist Leiter·in; wer mitleitet, ist Co-Leiter·in.
groups-roster-members = Bei dieser Arbeitsweise sind es höchstens { $count } Teilnehmende.
groups-roster-seats = Bei dieser Arbeitsweise gibt es insgesamt { $count } Plätze.
groups-roster-no-leader = Diese Arbeitsweise kennt keine Leitung.
groups-roster-no-co-leader = Diese Arbeitsweise kennt keine Co-Leitung.
groups-roster-no-member = Diese Arbeitsweise kennt keine Teilnehmenden.
groups-roster-no-observer = Diese Arbeitsweise kennt keine Beobachtenden.
groups-meetings = Treffen
groups-planned-none = Keines ist geplant.
groups-told = { $count ->
    [0] noch niemand eingeladen
    [one] eine Person weiß Bescheid
   *[other] { $count } Personen wissen Bescheid
 }
groups-under-way = { $count ->
    [one] eine E‑Mail ist unterwegs
   *[other] { $count } E‑Mails sind unterwegs
 }
groups-not-delivered = nicht zugestellt an { $names }
groups-not-certain = nicht sicher bei { $names }
groups-letter-back = eine E‑Mail kam zurück von { $names }
groups-know-before = kennen nur die Zeit davor, sagen Sie ihnen, dass es verlegt ist: { $names }
groups-uninvited = noch nicht eingeladen: { $names }
groups-no-address = noch ohne Adresse und ohne Link: { $names }
groups-invite-missing = Alle, die fehlen, zu allen Terminen einladen, von denen andere wissen
groups-entries = { $count ->
    [one] Eine Person hat E‑Mails und Kalendereinträge, in denen noch der frühere Name oder die frühere Telefonnummer steht.
   *[other] { $count } Personen haben E‑Mails und Kalendereinträge, in denen noch der frühere Name oder die frühere Telefonnummer steht.
  }
groups-entries-say = In den neuen Einträgen steht:
groups-entries-now = Das wird jetzt angeboten, bis Sie diese Seite verlassen.
groups-entries-renew = Ihnen die Einträge neu schicken
groups-astray = { $count ->
    [one] Ein geplantes Treffen liegt zu einer anderen Uhrzeit als der der Gruppe.
   *[other] { $count } geplante Treffen liegen zu einer anderen Uhrzeit als der der Gruppe.
  }
groups-astray-some = { $count ->
    [one] Eines von { $all } geplanten Treffen ist zu einer anderen Uhrzeit als die Gruppe.
   *[other] { $count } von { $all } geplanten Treffen sind zu einer anderen Uhrzeit als die Gruppe.
  }
groups-astray-others = Die übrigen bleiben, wo sie sind: Sie haben die Uhrzeit der Gruppe, wurden von Hand verlegt oder geplant oder sind an einem anderen Tag als die Gruppe.
groups-astray-to = verschieben: { $when }
groups-astray-move = { $count ->
    [one] Dieses Treffen verschieben
   *[other] Alle { $count } verschieben
  }
groups-astray-hint = Wer eingeladen ist, bekommt eine einzige E‑Mail, und die Einträge im Kalender verschieben sich.
groups-held = hat stattgefunden; beendet um { $when }
groups-unbegun = eröffnet und um { $when } ohne Sitzung beendet
groups-revoked = kein Link mehr für { $names }
groups-coming = { $count ->
    [0] noch keine Zusage
    [one] eine Zusage
   *[other] { $count } Zusagen
 }; noch ohne Antwort: { $open }
groups-coming-but = { $count ->
    [0] noch keine Zusage
    [one] eine Zusage
   *[other] { $count } Zusagen
 }; Absagen: { $names }; noch ohne Antwort: { $open }
groups-came-back = Die letzte E‑Mail kam zurück von { $names }: siehe Liste unten.
groups-plan-title = Treffen planen
groups-series-no-rhythm = Diese Gruppe hat noch keinen Rhythmus. Geben Sie auf ihrer Seite an, wann sie sich trifft.
groups-series-count = Wie viele Termine
groups-series-show = Anzeigen
groups-series-out = Nehmen Sie das Häkchen bei einem Termin weg, an dem die Gruppe sich nicht trifft, etwa in den Ferien: Davon wird niemandem geschrieben.
groups-series-planned = schon geplant
groups-series-untold = schon geplant; noch nicht alle wissen davon
groups-series-cancelled = abgesagt oder ausgelassen, und bleibt es
groups-series-earlier = das Treffen dazu wurde vorverlegt
groups-series-moved = verschoben auf { $when }
groups-series-other = zu einer anderen Zeit: { $when }
groups-series-change = Ein geplanter Termin führt dorthin, wo Sie ihn verschieben oder absagen.
groups-series-invite = Alle per E‑Mail benachrichtigen
groups-series-invite-hint = Eine E‑Mail mit allen Terminen und je einer Kalenderdatei. Sie enthält den Link zum ersten Treffen; der Link zu jedem weiteren kommt mit der Erinnerung am Tag davor.
groups-series-plan = { $count ->
    [0] Diese Termine auslassen
    [one] Dieses Treffen planen
   *[other] Diese { $count } Treffen planen
 }
groups-series-all = Alle diese Treffen sind schon geplant.
groups-series-tell = Die Übrigen per E‑Mail benachrichtigen
groups-day = Tag
groups-wrong-time = Dieser Zeitpunkt liegt nicht in der Zukunft. Wählen Sie einen späteren.
groups-wrong-hour = Diese Uhrzeit gibt es nicht: In dieser Nacht werden die Uhren vorgestellt, und die Stunde fällt aus. Wählen Sie eine andere.
groups-wrong-there = Zu dieser Zeit ist schon ein Treffen dieser Gruppe geplant. Es ist nichts hinzugekommen.
groups-wrong-far = Das ist in mehr als zwei Jahren. Wenn es so gemeint ist, drücken Sie noch einmal; sonst berichtigen Sie das Jahr.
groups-open-now = Ein Treffen dieser Gruppe ist eröffnet.
groups-go-in = Eintreten
groups-links = Links zum Weitergeben
groups-cancelled = abgesagt
groups-left-out = kein Treffen an diesem Datum; niemandem ist eines angekündigt
groups-off-untold = von der Absage noch nicht benachrichtigt: { $names }
groups-gone = { $count ->
    [one] Eine Person hat diese Gruppe verlassen, und hier ist nichts mehr über sie bekannt.
   *[other] { $count } Personen haben diese Gruppe verlassen, und hier ist nichts mehr über sie bekannt.
 }
groups-remove = Diese Gruppe löschen
groups-remove-hint = Vorher erfahren Sie, was mit ihr verschwindet.
page-removegroup-title = Diese Gruppe löschen?
page-removegroup-text = Das lässt sich nicht rückgängig machen. Mit ihr verschwinden sofort:
page-links-title = Links zum Weitergeben
page-links-text = Jeder Link ist für eine Person und führt zum eröffneten Treffen. Ein neuer ersetzt die früheren; wer schon im Raum ist, bleibt dort.
page-series-title = Die nächsten Treffen planen
page-link-title = Ein Link zum Weitergeben
remove-people = { $count ->
    [one] ihre Liste mit einer Person, deren Adresse und der Zahl der Fälle, die sie vorgestellt hat
   *[other] ihre Liste mit { $count } Personen, deren Adressen und der Zahl der Fälle, die sie jeweils vorgestellt haben
 }
remove-meetings = die geplanten Treffen; wer eingeladen war, bekommt eine E‑Mail, und der Eintrag verschwindet aus dem Kalender:
remove-links = jeder Link zu ihren Treffen, auch jeder alte
remove-records = was ihre Bögen zusammenhält: Sie bleiben, führen aber weder zu dieser Gruppe noch zueinander, und Links zum Ansehen öffnen nichts mehr
remove-stays = Der Name der Gruppe und die Tage ihrer Treffen bleiben auf Teilnahmebescheinigungen, die niemanden nennen und die nur der jeweilige Browser öffnet, und in den Listen der geleiteten Treffen, solange diese aufgehoben werden.
remove-open = Ein Treffen dieser Gruppe ist eröffnet. Wenn es zu Ende ist, lässt sich die Gruppe löschen.
remove-press = Gruppe löschen
remove-keep = Behalten
page-cancelmeeting-title = Dieses Treffen absagen?
cancel-told = { $count ->
    [0] Niemand weiß bisher davon: Es geht keine E‑Mail hinaus.
    [one] Eine Person erfährt es sofort per E‑Mail, und der Eintrag verschwindet aus ihrem Kalender.
   *[other] { $count } Personen erfahren es sofort per E‑Mail, und der Eintrag verschwindet aus ihren Kalendern.
}
cancel-for-good = Das lässt sich nicht rückgängig machen. Wenn es nur zu einer anderen Zeit stattfindet, verschieben Sie es lieber.
cancel-keep = Es findet statt
meeting-open = Treffen eröffnen
meeting-open-hint = Von da an führt jeder Link in den Warteraum, und Sie treten ein. Vorher sagt er, wann das Treffen sein wird.
meeting-open-later = Ab zwölf Stunden vor dem Beginn eröffnen Sie das Treffen hier auf Knopfdruck.
meeting-people = Wer eingeladen ist
meeting-replies-hint = Auf der Seite ihres Links können alle sagen, ob sie kommen. Nur wer die Gruppe leitet, sieht es hier. Wer absagt, wird nicht erinnert und darf trotzdem kommen.
meeting-comes = kommt
meeting-cannot = kann nicht kommen
meeting-invite = Per E‑Mail einladen
meeting-invite-now = Jetzt einladen
meeting-invite-rest = Noch einmal an alle, die keine E‑Mail erreicht hat
meeting-linkless = { $count ->
    [one] Eine Person hat noch keinen Link zu diesem Treffen.
   *[other] { $count } Personen haben noch keinen Link zu diesem Treffen.
}
meeting-look-again = Noch einmal nachsehen
meeting-again = Neuen Link schicken
meeting-no-mail = Auf diesem Server ist keine E‑Mail eingerichtet. Erstellen Sie hier für alle einzeln einen Link, und geben Sie ihn weiter.
meeting-state-none = noch nicht eingeladen
meeting-state-no-address = keine Adresse: Auf der Seite der Gruppe lässt sich eine eintragen; oder geben Sie einen Link weiter
meeting-state-under-way = unterwegs
meeting-state-sent = verschickt
meeting-state-refused = nicht zugestellt: Diese Adresse gibt es nicht, oder sie nimmt keine E‑Mail an. Berichtigen Sie sie auf der Seite der Gruppe, und laden Sie dann noch einmal ein
meeting-state-later = noch nicht zugestellt: Der Mailserver war nicht erreichbar oder hat sie gerade nicht angenommen. Es wird von selbst noch einmal versucht
meeting-state-unsure = ungewiss: Der Server ist beim Versenden stehen geblieben; die E‑Mail ist vielleicht angekommen, vielleicht nicht. Fragen Sie nach, oder schicken Sie einen neuen Link
meeting-state-handed = hat einen Link, den Sie weitergeben; wird das Treffen verschoben und erreicht die Person keine E‑Mail, sagen Sie es ihr selbst
meeting-state-revoked = hat keinen Link mehr
meeting-state-linkless = hat noch keinen Link zu diesem Treffen
meeting-knows = Kennt nach allem, was diese Seite weiß, nur den Termin davor: { $when }. Sagen Sie der Person, dass es verschoben ist.
meeting-off-none = war nicht eingeladen
meeting-off-no-address = keine Adresse: Wenn die Person von dem Treffen weiß, sagen Sie ihr, dass es ausfällt
meeting-off-under-way = unterwegs
meeting-off-sent = von der Absage benachrichtigt
meeting-off-refused = nicht benachrichtigt: Diese Adresse gibt es nicht, oder sie nimmt keine E‑Mail an. Sagen Sie selbst, dass es ausfällt
meeting-off-later = noch nicht benachrichtigt: Der Mailserver war nicht erreichbar oder hat die E‑Mail gerade nicht angenommen. Es wird von selbst noch einmal versucht
meeting-off-unsure = ungewiss: Der Server ist beim Versenden stehen geblieben. Fragen Sie nach, oder versuchen Sie es noch einmal
meeting-off-handed = hatte einen Link von Ihnen: Sagen Sie der Person, dass es ausfällt
meeting-off-revoked = hatte keinen Link mehr
meeting-returned-what = Fragen Sie nach einer anderen Adresse, und tragen Sie sie auf der Seite der Gruppe ein, oder übergeben Sie selbst einen Link.
meeting-by-hand = Ohne E‑Mail
meeting-hand = Link zum Weitergeben
meeting-hand-hint = Ein neuer Link wird Ihnen einmal angezeigt, zum Weitergeben. Er ersetzt alle, die diese Person bisher hatte.
meeting-revoke = Link zurücknehmen
meeting-revoke-ask = Link zurücknehmen …
meeting-revoke-hint = Keiner der Links dieser Person öffnet dieses Treffen mehr, und sie kann sich keinen neuen schicken lassen; sie liest, dass sie sich an Sie wenden soll. Wer schon im Raum ist, bleibt dort. Sie können ihr jederzeit einen anderen geben.
meeting-links-none = Es ist kein Treffen dieser Gruppe eröffnet.
meeting-link-for = Dieser Link ist für { $name } und führt zum Treffen von „{ $group }“ am { $when }.
meeting-link-for-open = Dieser Link ist für { $name } und führt zum Treffen von „{ $group }“, das gerade offen ist.
meeting-link-copy = Kopieren
meeting-link-copied = Kopiert.
meeting-link-marked = Ihr Browser lässt die Seite nicht kopieren. Der Link ist markiert: Kopieren Sie ihn mit Strg und C, oder halten Sie den Finger darauf.
meeting-link-warning = Er wird nur dieses eine Mal angezeigt. Wer ihn hat, kommt unter diesem Namen herein: Geben Sie ihn nur dort weiter, wo sonst niemand mitliest. Frühere Links öffnen nichts mehr; wer schon im Raum ist, bleibt dort.
meeting-move = Treffen verschieben
meeting-change = Zu einer anderen Zeit, oder gar nicht
meeting-change-hint = Wer eingeladen ist, bekommt eine E‑Mail, und der Eintrag im Kalender zieht mit. Vor einer Absage werden Sie noch einmal gefragt.
meeting-change-hint-no-mail = Auf diesem Server ist keine E‑Mail eingerichtet: Sagen Sie es den Leuten selbst. Wird nur verschoben, bleiben ihre Links gültig.
meeting-move-all = Alle weiteren Treffen zu einer anderen Uhrzeit? Ändern Sie die Uhrzeit unter „Wann sie sich trifft“ auf der Seite der Gruppe: Diese bietet dann an, sie zu verschieben.
meeting-each = Jede Person
meeting-move-yet = Es hat sich noch nichts geändert: Das Treffen bleibt, wo es war, bis Sie „Treffen verschieben“ drücken.
meeting-cancel = Treffen absagen
meeting-cancel-ask = Treffen absagen …
meeting-cancel-hint-no-mail = Auf diesem Server ist keine E‑Mail eingerichtet: Sagen Sie selbst weiter, dass es nicht stattfindet.
meeting-cancelled = Dieses Treffen ist abgesagt.
meeting-held = Dieses Treffen hat stattgefunden. Es endete um { $when }.
meeting-held-more = Daran lässt sich nichts mehr ändern. Wer dabei war, findet die Bescheinigung und was aufbewahrt wurde im Browser, mit dem er oder sie gekommen ist. Diese Seite bleibt an diesem Tag und am nächsten hier.
meeting-unbegun = Dieses Treffen wurde eröffnet und endete um { $when } ohne Sitzung: Niemand hat sie begonnen.
meeting-unbegun-more = Daran lässt sich nichts mehr ändern, und seine Links öffnen nichts mehr. Diese Seite bleibt an diesem Tag und am nächsten hier.
meeting-held-plan = Ein weiteres Treffen planen
meeting-left-out = An diesem Datum ist kein Treffen, und niemandem ist eines angekündigt.
meeting-earlier = Das Treffen dieses Datums wurde vorverlegt.
meeting-plan-after-all = Doch ein Treffen für dieses Datum planen
meeting-wrong-time = Dieser Zeitpunkt liegt nicht in der Zukunft. Wählen Sie einen späteren.
meeting-wrong-hour = Diese Uhrzeit gibt es nicht: In dieser Nacht werden die Uhren vorgestellt, und die Stunde fällt aus. Wählen Sie eine andere.
meeting-wrong-there = Zu dieser Zeit ist schon ein anderes Treffen dieser Gruppe geplant. Es ist nichts verschoben.
meeting-wrong-far = Es ist nichts verschoben: Das ist in mehr als zwei Jahren. Wenn es so gemeint ist, drücken Sie noch einmal „Treffen verschieben“; sonst berichtigen Sie das Jahr.
meeting-wrong-cancelled = Es ist nichts verschoben: Das Treffen wurde abgesagt, seit Sie diese Seite geöffnet haben.
meeting-wrong-moved = Das Treffen wurde verschoben, seit Sie diese Seite geöffnet haben: Es ist jetzt am { $when }. Es ist nichts geändert und nichts verschickt worden. Wenn Sie es weiterhin wollen, drücken Sie noch einmal.
meeting-wrong-moved-to = Das Treffen wurde verschoben, seit Sie diese Seite geöffnet haben: Es ist jetzt am { $when }. Es ist nichts geändert und nichts verschickt worden. Soll es auf { $to } verschoben werden? Dann drücken Sie noch einmal „Treffen verschieben“.
meeting-wrong-open = Ein Treffen dieser Gruppe ist eröffnet: Beenden Sie es zuerst. Gehen Sie hinein und beenden Sie es dort; danach eröffnen Sie dieses.
meeting-wrong-format = Die Arbeitsweise dieser Gruppe gibt es nicht mehr: Wählen Sie auf der Seite der Gruppe eine andere.
meeting-wrong-roster = Die Liste der Gruppe passt nicht zu ihrer Arbeitsweise: Berichtigen Sie sie auf der Seite der Gruppe.
meeting-wrong-together = Bögen lassen sich nur zusammenhalten, wo etwas aufbewahrt wird: Wählen Sie, was, oder nehmen Sie das Häkchen weg.
meeting-keep = Was vom Verlauf bleibt
meeting-keep-hint = Alle sehen es im Raum die ganze Zeit, es lässt sich später nicht ändern, und wer dabei war, kann bis zwanzig Stunden nach dem Ende Nein dazu sagen. In diesen Stunden kann, wer geleitet hat, den Bogen in die eigene Sammlung aufnehmen.
meeting-keep-now = Was vom Verlauf bleibt: { $what }
meeting-keep-more = Wer sich erkennen ließe, und was es heißt, zusammen aufzubewahren
meeting-keep-nothing = Nichts
meeting-keep-aggregate = Summen, ohne Namen
meeting-keep-seat_timeline = Welcher Platz wann sprach, ohne Namen, wenn danach alle zustimmen; sonst Summen
meeting-keep-recognised = Wer die Gruppe kennt, erkennt vielleicht, wer wer ist: In einem Versuch wurden { $found_again } von 100 Plätzen im nächsten Bogen der Gruppe wiedergefunden. Darum werden alle gefragt.
meeting-together = Die Bögen dieser Gruppe zusammenhalten
meeting-together-hint = Dann sehen alle, die die Gruppe leiten, ihre Sitzungen nebeneinander. Sonst findet einen Bogen nur, wer ihn in die eigene Sammlung aufgenommen hat, und wer den Server betreibt. Das hat einen Preis: Wer mehrere Bögen in die Hand bekommt, weiß, dass sie von einer Gruppe sind, und kann versuchen, Personen von einem zum nächsten wiederzufinden.
meeting-early = Wer früh kommt, darf mit den anderen sprechen, bevor jemand von der Leitung da ist
meeting-early-hint = Sie sehen und hören einander, und sonst hört sie niemand. Sobald jemand von der Leitung da ist, wartet jede weitere Person, bis sie eingelassen wird. Ohne dies warten alle, jede Person für sich.

## Die Seite für den Betrieb: was auf diesem Server ist, und wer leiten darf

page-admin-title = Dieser Server
page-admin-text = Was jetzt hier ist, in Zahlen. Diese Seite nennt Leitende beim Namen und sonst niemanden.
groups-admin = Dieser Server
admin-now = Jetzt
admin-rooms = Laufende Treffen
admin-seats = Belegte Plätze
admin-links = Verbindungen
admin-links-line = { $up } verbunden, { $connecting } im Aufbau, { $down } unterbrochen
admin-qualities = Qualität der Verbindungen
admin-qualities-line = { $good } gut, { $weak } schwach, { $very } sehr schwach
admin-forwarding = Ton und Bild
admin-forwarding-here = leitet der Server selbst weiter, in { $engine }
admin-forwarding-workers = leiten eigene Prozesse weiter, in { $engine }: { $workers }; seit dem Start ersetzt: { $replaced }
admin-groups = Gruppen
admin-meetings = Geplante Treffen
admin-leaders = Leitende
admin-leader-seen = zuletzt angemeldet im { $month }
admin-leader-never = noch nie angemeldet
admin-leader-operator = betreibt diesen Server
admin-away = Zugang entziehen
admin-invite = Leitung einladen
admin-invite-hint = Eingeladene können Gruppen anlegen, Teilnehmende einladen und Treffen eröffnen. Wie die Gruppen anderer heißen und wer dazugehört, sehen sie nicht.
admin-name = Name
admin-invite-press = Einladen
admin-invited-sent = { $address } kann sich ab jetzt anmelden und hat eine E‑Mail dazu bekommen.
admin-invited-tell = { $address } kann sich ab jetzt anmelden. E‑Mail ist hier nicht eingerichtet; geben Sie deshalb selbst diese Adresse weiter: { $link }
admin-invited-undelivered = { $address } kann sich ab jetzt anmelden, aber die E‑Mail wurde nicht zugestellt. Geben Sie selbst diese Adresse weiter: { $link }
admin-invited-already = { $address } kann sich bereits anmelden.
page-adminaway-title = Zugang entziehen?
page-adminaway-text = Die Person wird sofort überall abgemeldet und kann sich nicht mehr anmelden.
admin-away-groups = Die Gruppen bleiben, ebenso geplante und eröffnete Treffen. Leitende, die auf der Liste einer Gruppe stehen, machen weiter; steht dort sonst niemand, führt nur noch die Befehlszeile zu ihr.
admin-away-hours = { $count ->
    [one] Die Liste der Treffen, die sie geleitet hat und für ihre Anerkennung braucht, wird sofort vernichtet: ein Treffen. Vorher kann sie die Liste herunterladen.
   *[other] Die Liste der Treffen, die sie geleitet hat und für ihre Anerkennung braucht, wird sofort vernichtet: { $count } Treffen. Vorher kann sie die Liste herunterladen.
 }
admin-away-keep = Alles so lassen
admin-storage = Speicher
admin-database = Datenbank
admin-free = Frei auf ihrem Datenträger
admin-rows = Zeilen laufender Treffen, die mit deren Ende vernichtet werden
admin-waiting = Bögen, zu denen man noch Nein sagen kann
admin-released = Freigegebene Bögen
admin-backup = Letzte Sicherung
admin-backup-never = keine, von der dieser Server weiß
admin-kept = Wie lange
admin-kept-names = Die Namen eines Treffens werden mit seinem Ende vernichtet, spätestens nach einem Tag.
admin-kept-always = Bögen bleiben, bis jemand sie vernichtet.
admin-kept-months = { $months ->
    [one] Ein Bogen bleibt seinen eigenen Monat und einen weiteren.
   *[other] Ein Bogen bleibt seinen eigenen Monat und { $months } weitere.
 }
admin-next = Die nächsten werden nach Ende des Monats { $month } vernichtet.
admin-last = Zuletzt hat der Server am { $day } welche vernichtet.
admin-last-none = Der Server hat bisher keine vernichtet.
admin-kept-certificates = { $months ->
    [0] Teilnahmebescheinigungen werden nicht ausgestellt.
    [one] Eine Teilnahmebescheinigung bleibt ihren eigenen Monat und einen weiteren.
   *[other] Eine Teilnahmebescheinigung bleibt ihren eigenen Monat und { $months } weitere.
 }
admin-kept-hours = { $months ->
    [0] Was Leitende geleitet haben, wird nicht vermerkt.
    [one] Ein Treffen steht seinen eigenen Monat und einen weiteren in der Liste seiner Leitung.
   *[other] Ein Treffen steht seinen eigenen Monat und { $months } weitere in der Liste seiner Leitung.
 }
admin-kept-feedback = { $months ->
    [one] Wer bei einem Treffen war, kann die Fragen in dessen Monat und im folgenden beantworten; die Summen der Antworten bleiben auf Dauer.
   *[other] Wer bei einem Treffen war, kann die Fragen in dessen Monat und in den { $months } folgenden beantworten; die Summen der Antworten bleiben auf Dauer.
 }
admin-kept-no-feedback = Nach den Treffen werden keine Fragen gestellt.
admin-mail = E‑Mail
admin-mail-on = Sie geht über { $host } hinaus, mit dem Absender { $from }.
admin-mail-off = Keine ist eingerichtet: Niemand wird per E‑Mail eingeladen, und Links zum Anmelden erscheinen in der Ausgabe des Servers.
admin-version = Version
admin-version-line = Restarea { $version }, Protokoll { $protocol }
admin-doctor = Was die Prüfung ergibt
admin-doctor-looking = Sie läuft noch. Laden Sie diese Seite in einigen Sekunden neu.
admin-doctor-fine = In Ordnung:
admin-doctor-warning = ansehen
admin-doctor-problem = beheben
doctor-about-tcp = TCP-Port { $port }
doctor-about-udp = UDP-Port { $port }
doctor-about-address = Adresse für Ton und Bild
doctor-about-clock = Uhr
doctor-about-certificate = Zertifikat
doctor-about-file = Zertifikatsdatei
doctor-about-disk = Festplatte
doctor-about-backup = Sicherung
doctor-about-folder = Datenordner
doctor-about-pages = Seiten
doctor-about-forwarding = Weiterleitung
doctor-about-workers = Prozesse für Ton und Bild
doctor-about-turn = TURN
doctor-about-formats = Arbeitsweisen
doctor-about-feedback = Rückmeldung
doctor-about-mail = E‑Mail
doctor-port-none = Diesen Port gibt es nicht.
doctor-port-none-advice = Wählen Sie eine Zahl von 1 bis 65535, oder 0 für einen beliebigen.
doctor-port-pages-free = Er ist frei für Seiten und Signalisierung.
doctor-port-media-free = Er ist frei für Ton und Bild.
doctor-port-ours = Er dient Seiten und Signalisierung, und zwar Ihrem eigenen Server: Der läuft und antwortet.
doctor-port-elsewhere = Er dient Seiten und Signalisierung eines Restarea-Servers, der antwortet, auf einem anderen Datenordner als diesem.
doctor-port-elsewhere-advice = Gehen Sie in den Ordner jenes Servers, wenn Sie ihn meinen; ein weiterer braucht einen anderen Port: RESTAREA_PORT, und RESTAREA_MEDIA_PORT für Ton und Bild.
doctor-port-pages-likely = Er dient Seiten und Signalisierung, höchstwahrscheinlich dem Server, der gerade läuft.
doctor-port-media-likely = Er dient Ton und Bild, höchstwahrscheinlich dem Server, der gerade läuft.
doctor-port-pages-taken = Ein anderes Programm benutzt ihn schon; Seiten und Signalisierung haben so keinen Zugang.
doctor-port-media-taken = Ein anderes Programm benutzt ihn schon; Ton und Bild haben so keinen Zugang.
doctor-port-taken-advice = Beenden Sie dieses Programm (vielleicht ein zweites Restarea), oder wählen Sie einen anderen Port.
doctor-port-forbidden = Dieser Benutzer darf ihn nicht öffnen.
doctor-port-forbidden-advice = Wählen Sie einen Port über 1023, zu dem ein Proxy weiterleitet, oder starten Sie den Server mit CAP_NET_BIND_SERVICE.
doctor-port-not-here = { $host } ist keine Adresse dieses Rechners.
doctor-port-not-here-advice = Lassen Sie den Server auf 0.0.0.0 hören, oder auf einer Adresse dieses Rechners.
doctor-port-no-name = { $host } ist weder eine Adresse noch ein bekannter Name.
doctor-port-no-name-advice = Schreiben Sie eine IP-Adresse, etwa 0.0.0.0.
doctor-port-fails = Er lässt sich nicht öffnen: { $reason }.
doctor-port-fails-advice = Wählen Sie einen anderen Port.
doctor-address-no-number = { $address } ist keine IP-Adresse.
doctor-address-no-number-advice = Schreiben Sie die Nummer dieses Rechners, nicht seinen Namen.
doctor-address-nobody = An { $address } kann niemand etwas schicken.
doctor-address-nobody-advice = Schreiben Sie die Adresse, die andere sehen.
doctor-address-inside = { $address } ist nur in diesem Netz bekannt; wer anderswo ist, sieht den Raum und hört nichts.
doctor-address-inside-advice = Schreiben Sie die öffentliche Adresse, und lassen Sie deren UDP-Port bis zu diesem Rechner durch.
doctor-address-other-kind = { $address } wird den Browsern genannt, der Server lauscht aber an { $host }, wo nichts für diese Adresse ankommt: die eine ist IPv4, die andere IPv6.
doctor-address-other-kind-advice = Nennen Sie nur Adressen einer Art, oder tragen Sie bei RESTAREA_MEDIA_HOST eine Adresse derselben Art ein.
doctor-address-untold = Unter den Adressen, die den Browsern genannt werden, fehlt { $address }, von der dieser Rechner antwortet: über UDP kommt bei niemandem etwas an, alles geht über das langsamere TCP.
doctor-address-untold-advice = Nehmen Sie diese Adresse in RESTAREA_ADVERTISE auf, oder tragen Sie bei RESTAREA_MEDIA_HOST die ein, die den Browsern genannt wird.
doctor-address-fine = Browser schicken Ton und Bild an { $address }.
doctor-clock-before = Sie zeigt { $now }; da war dieses Programm noch nicht geschrieben.
doctor-clock-before-advice = Stellen Sie sie, und lassen Sie sie von einem NTP-Client wie chrony richtig halten.
doctor-clock-behind = Sie zeigt { $now }, und in die Datenbank wurde zuletzt am { $written } geschrieben: Sie geht jetzt nach oder ging damals vor.
doctor-clock-behind-advice = Vergleichen Sie sie mit einer anderen Uhr, stellen Sie sie, und lassen Sie sie von einem NTP-Client wie chrony richtig halten.
doctor-clock-shows = Sie zeigt { $now }; vergleichen Sie sie mit einer anderen Uhr.
doctor-clock-unkept = Sie zeigt { $now }, aber nichts hält sie richtig.
doctor-clock-unkept-advice = Installieren Sie einen NTP-Client wie chrony: Mit einer falschen Uhr laufen Links zur falschen Zeit ab.
doctor-clock-kept = Sie zeigt { $now } und wird richtig gehalten.
doctor-certificate-not-needed = Es braucht keines, solange nur an diesem Computer teilgenommen wird.
doctor-certificate-here = { $url } führt nur zu diesem Computer. Zum Ausprobieren ist das richtig: Browser erlauben Kamera und Mikrofon dort ohne HTTPS. Damit andere hereinkommen, braucht es einen Namen und HTTPS.
doctor-certificate-no-address = { $url } ist keine Adresse.
doctor-certificate-no-address-advice = Schreiben Sie sie wie https://rest.example.
doctor-certificate-plain = { $url } läuft nicht über HTTPS, und nur dort erlauben Browser Kamera und Mikrofon.
doctor-certificate-plain-advice = Stellen Sie vor diesen Server einen Proxy, der TLS abschließt, oder geben Sie ihm ein eigenes Zertifikat (RESTAREA_TLS_CERTIFICATE_FILE), und schreiben Sie https:// in die öffentliche Adresse.
doctor-certificate-refused = Browser lehnen ab, was { $where } vorzeigt: { $reason }
doctor-certificate-refused-advice = Der Proxy oder dieser Server muss eine vollständige Kette einer bekannten Stelle vorzeigen, für diesen Namen und nicht abgelaufen.
doctor-certificate-no-tls = { $where } spricht kein TLS.
doctor-certificate-no-tls-advice = Prüfen Sie den Port des Proxys oder dieses Servers.
doctor-certificate-silent = { $where } antwortet von hier aus nicht.
doctor-certificate-silent-advice = Öffnen Sie die öffentliche Adresse anderswo in einem Browser; gelingt es auch dort nicht, starten Sie den Proxy oder diesen Server.
doctor-certificate-none = { $where } zeigt keines vor.
doctor-certificate-none-advice = Geben Sie dem Proxy ein Zertifikat.
doctor-certificate-ended = Es ist am { $ends } abgelaufen; Browser lehnen es ab.
doctor-certificate-ended-advice = Erneuern Sie es.
doctor-certificate-ends = { $days ->
    [one] Es läuft in einem Tag ab, am { $ends }.
   *[other] Es läuft in { $days } Tagen ab, am { $ends }.
 }
doctor-certificate-ends-advice = Erneuern Sie es jetzt.
doctor-certificate-valid = Es gilt bis { $ends }.
doctor-file-unreadable = { $setting }: { $file } lässt sich nicht lesen.
doctor-file-no-certificate = { $setting }: { $file } enthält kein Zertifikat in PEM.
doctor-file-no-key = { $setting }: { $file } enthält keinen privaten Schlüssel in PEM.
doctor-file-encrypted = { $setting }: { $file } ist verschlüsselt; ein Server, der von selbst startet, hat kein Passwort.
doctor-file-other-key = { $setting }: { $file } ist nicht der Schlüssel zum Zertifikat.
doctor-file-refused = { $setting }: { $file } wird von OpenSSL abgelehnt, wie auch von Browsern; vielleicht ist der Schlüssel zu kurz.
doctor-file-advice = So startet kein Server; einer, der läuft, bleibt beim vorigen, bis das behoben ist.
doctor-file-other-name = Es ist nicht für { $host }, und Browser lehnen es dort ab.
doctor-file-other-name-advice = Besorgen Sie eines, das den Host von RESTAREA_PUBLIC_URL nennt.
doctor-file-slow = Sein RSA-Schlüssel mit { $bits } Bit hält bei jeder neuen Verbindung alle Stimmen einige Millisekunden auf.
doctor-file-slow-advice = Besorgen Sie ein Zertifikat mit einem ECDSA-Schlüssel (P-256), oder setzen Sie RESTAREA_MEDIA_WORKERS: Dann nehmen die Stimmen einen anderen Weg.
doctor-file-open = { $file } ist für andere auf diesem Rechner lesbar (Rechte { $mode }).
doctor-file-open-advice = Geben Sie nur dem Benutzerkonto des Servers Leserecht: Rechte 400.
doctor-disk-not-writable = { $place } ist kein Ordner, in den dieser Benutzer schreiben darf.
doctor-disk-not-writable-advice = Wählen Sie einen anderen, oder geben Sie die Rechte.
doctor-disk-full = Nur { $free } sind in { $folder } frei: Sitzungen ließen sich nicht speichern.
doctor-disk-full-advice = Schaffen Sie Platz.
doctor-disk-scarce = Nur { $free } sind in { $folder } frei.
doctor-disk-scarce-advice = Schaffen Sie bald Platz.
doctor-disk-fine = { $free } sind in { $folder } frei.
doctor-backup-not-needed = Es gibt noch keine Datenbank, also braucht es keine.
doctor-backup-never = Von { $folder } hat „restarea backup“ noch nie eine gemacht.
doctor-backup-last = Die letzte wurde am { $day } gemacht.
doctor-backup-advice = „restarea backup DATEI“ macht eine, während der Server läuft; docs/operating.md sagt, wie das jede Nacht geht.
doctor-folder-unknown = Es lässt sich nicht sagen, ob auf { $folder } ein Server läuft: { $reason }.
doctor-folder-unknown-advice = Führen Sie dies als der Benutzer aus, der den Server betreibt.
doctor-folder-free = Auf { $folder } läuft kein Server.
doctor-folder-served = Auf { $folder } läuft ein Server.
doctor-folder-served-advice = Das ist richtig so, wenn es Ihrer ist; ein weiterer braucht ein eigenes RESTAREA_DATA_DIR.
doctor-folder-elsewhere = Der Server dort ist unter { $url } zu finden, und dorthin führen Links; in den Einstellungen hier stehen die Ports { $port } und { $media }.
doctor-folder-unsaid = Der Server dort sagt nicht, wo er zu finden ist: Was hier von Ports gesagt wird, gilt denen der Einstellungen.
doctor-folder-unsaid-advice = Wenn er gerade startet, fragen Sie gleich noch einmal; sonst starten Sie ihn neu.
doctor-pages-built = Sie sind gebaut.
doctor-pages-not-built = Sie sind nicht gebaut; Browser würden eine leere Seite zeigen.
doctor-pages-not-built-advice = Führen Sie „make client“ aus, oder installieren Sie neu.
doctor-forwarding-compiled = Sie geschieht in { $engine }.
doctor-forwarding-python = Sie geschieht in Python. Das reicht für einige Gruppen zugleich; in C kostet ein Paket etwa ein Viertel weniger.
doctor-forwarding-python-advice = Installieren Sie dafür einen C-Compiler und dann Restarea neu (ohne RESTAREA_NO_EXTENSIONS).
doctor-workers-none = Der Server leitet selbst weiter, auf einem Kern.
doctor-workers-some = { $workers ->
    [one] Ein Prozess leitet weiter, auf einem eigenen Port.
   *[other] { $workers } Prozesse leiten weiter, jeder auf einem eigenen Port.
 }
doctor-workers-many = Es leiten mehr Prozesse weiter, als es Kerne gibt: { $workers } gegenüber { $cores }.
doctor-workers-many-advice = Setzen Sie RESTAREA_MEDIA_WORKERS auf die Zahl der Kerne oder weniger.
doctor-turn-not-set = Keiner ist eingestellt. Er ist für Menschen, deren Netz nur HTTPS hinauslässt.
doctor-turn-works = { $where } lässt zum Server für Ton und Bild durch.
doctor-turn-no-name = { $where }: Dieser Name führt nirgendwohin. Wer den TURN-Server braucht, sieht den Raum und hört nichts.
doctor-turn-no-name-advice = Geben Sie ihm eine Adresse im DNS; RESTAREA_TURN_HOST nennt ihn.
doctor-turn-silent = { $where }: Von hier aus antwortet dort nichts, was TURN spricht. Wer den TURN-Server braucht, sieht den Raum und hört nichts.
doctor-turn-silent-advice = Starten Sie coturn, und sorgen Sie dafür, dass der Proxy die Verbindungen zu diesem Namen an ihn weitergibt.
doctor-turn-no-tls = { $where }: Was dort antwortet, spricht kein TLS. Wer den TURN-Server braucht, sieht den Raum und hört nichts.
doctor-turn-no-tls-advice = Prüfen Sie den Port sowie cert und pkey von coturn.
doctor-turn-untrusted = { $where }: Browser lehnen das Zertifikat ab, das dort vorgezeigt wird, und sagen es nicht. Wer den TURN-Server braucht, sieht den Raum und hört nichts.
doctor-turn-untrusted-advice = Es muss für diesen Namen sein, nicht abgelaufen und mit seiner Kette; schicken Sie coturn nach einer Erneuerung SIGUSR2.
doctor-turn-refused = { $where }: Er nimmt die Zugangsdaten nicht an, die dieser Server macht. Wer den TURN-Server braucht, sieht den Raum und hört nichts.
doctor-turn-refused-advice = RESTAREA_TURN_SECRET und static-auth-secret von coturn müssen gleich sein und beide Uhren richtig gehen.
doctor-turn-full = { $where }: Er hat keinen Platz mehr. Wer den TURN-Server braucht, sieht den Raum und hört nichts.
doctor-turn-full-advice = Erhöhen Sie sein total-quota, oder sehen Sie nach, wer es verbraucht.
doctor-turn-barred = { $where }: Er lässt herein, aber nicht zum Server für Ton und Bild durch. Wer den TURN-Server braucht, sieht den Raum und hört nichts.
doctor-turn-barred-advice = Nennen Sie jede Adresse aus RESTAREA_ADVERTISE in seiner Konfiguration als allowed-peer-ip.
doctor-turn-loopback = { $where }: Er sagt allen, sie kämen von 127.0.0.1; Chromium stört das nicht, Firefox schon. Wer den TURN-Server braucht, sieht den Raum und hört nichts.
doctor-turn-loopback-advice = Lassen Sie den Proxy von einer anderen Adresse dieses Rechners zu ihm kommen: proxy_bind in nginx.conf.
doctor-formats-broken = { $why }.
doctor-formats-broken-advice = Die anderen sind benutzbar. „restarea format check DATEI“ prüft noch einmal.
doctor-formats-fine = Alle { $count } sind benutzbar.
doctor-feedback-none = Nach einem Treffen werden keine Fragen gestellt.
doctor-feedback-broken = { $why }.
doctor-feedback-broken-advice = Es wird nichts gefragt. Berichtigen Sie die Datei, und starten Sie neu.
doctor-feedback-some = Fragen, die nach einem Treffen gestellt werden: { $count }.
doctor-mail-printed = Keine ist eingerichtet. Links zum Anmelden stehen in der Ausgabe des Servers; Links zu Treffen erstellt man auf der Seite des Treffens und gibt sie weiter.
doctor-mail-printed-advice = Setzen Sie RESTAREA_MAIL_HOST und was dazugehört, damit man sich per E‑Mail anmelden und einladen kann.
doctor-mail-works = { $where } nimmt E‑Mails dieses Servers an. Ob sie ankommen, zeigt eine E‑Mail an Sie selbst.
doctor-mail-silent = { $where }: Von hier aus antwortet dort kein Mailserver. Niemand erhält eine Einladung oder einen Link zum Anmelden.
doctor-mail-silent-advice = Prüfen Sie RESTAREA_MAIL_HOST und RESTAREA_MAIL_PORT, und ob eine Firewall dazwischen steht; RESTAREA_MAIL_SECURITY ist in der Regel tls für Port 465 und starttls für 587.
doctor-mail-no-tls = { $where } spricht TLS nicht so, wie RESTAREA_MAIL_SECURITY es sagt. Niemand erhält eine Einladung oder einen Link zum Anmelden.
doctor-mail-no-tls-advice = Schreiben Sie in der Regel tls für Port 465 und starttls für 587.
doctor-mail-untrusted = { $where } zeigt ein Zertifikat, dem hier nicht vertraut wird. Niemand erhält eine Einladung oder einen Link zum Anmelden.
doctor-mail-untrusted-advice = Schreiben Sie in RESTAREA_MAIL_HOST den Namen, den sein Zertifikat nennt.
doctor-mail-refused = { $where } nimmt Namen und Passwort nicht an, die eingestellt sind. Niemand erhält eine Einladung oder einen Link zum Anmelden.
doctor-mail-refused-advice = Prüfen Sie RESTAREA_MAIL_USER und das Passwort.
page-mine-title = Was über Sie aufbewahrt wird
page-mine-text = Mit Ihrem eigenen Link sehen Sie, was dieser Server in dieser Gruppe über Sie weiß, und können es löschen lassen.
mine-press = Anzeigen
mine-over = Dieser Link zeigt nichts. Entweder ist sein Treffen vorbei, oder Sie stehen nicht auf der Liste der Gruppe. Fragen Sie bei der Leitung Ihrer Gruppe nach.
mine-linkless = Diese Seite braucht Ihren Link: Öffnen Sie sie aus einer E‑Mail Ihrer Gruppe, wo er am Ende steht.
mine-earlier = Dieser Link zeigt nichts mehr: Sein Treffen ist vorbei, oder ein neuerer Link ist an seine Stelle getreten. Lassen Sie sich einen neuen an die Adresse schicken, die Ihre Leitung von Ihnen hat; er führt auch zu dem, was über Sie gespeichert ist.
mine-group = Ihre Gruppe
mine-none = keine
mine-zone = Zeitzone, die Ihr Browser genannt hat
mine-language = Sprache der E‑Mails an Sie
mine-language-group = die der Gruppe; für eine andere wählen Sie diese am Eingang, bevor Sie sagen, ob Sie kommen
mine-presented = Bisher vorgestellte Fälle
mine-links = Links, die als die Ihren bekannt sind
mine-mails = E‑Mails zu geplanten Treffen
mine-replies = Treffen, zu denen Sie zu- oder abgesagt haben
mine-open = Laufende Treffen, in denen Sie einen Platz haben
mine-not = Nichts von dem, was in einem Treffen gesagt oder gezeigt wird, wird aufbewahrt. Wo etwas vom Verlauf eines Treffens bleibt, steht kein Name darin, und nichts führt von dort zu Ihnen.
mine-certificates = Dass Sie bei einem Treffen waren, findet dieser Server nur mit dem, was Ihr Browser behält. Ihre Teilnahmebescheinigungen, jede mit dem Namen der Gruppe und ohne Ihren, und wie Sie jede löschen:
mine-certificates-stay = Ihre Teilnahmebescheinigungen bleiben. Auf jeder stehen der Name der Gruppe, der Tag und wie lange Sie da waren, aber nicht Ihr Name; keine Liste führt von der Gruppe zu ihr. In dem Browser, mit dem Sie da waren, finden Sie jede und können sie löschen:
mine-hours = Was über Sie als Leitung aufbewahrt wird, lesen Sie, wenn Sie angemeldet sind:
mine-leave = Gruppe verlassen und meine Daten löschen
mine-leave-hint = Sie werden vorher noch einmal gefragt.
mine-leads = Sie leiten diese Gruppe. Wenn Ihre Daten gelöscht werden sollen, benennen Sie auf der Seite der Gruppe eine andere Leitung, oder löschen Sie dort die Gruppe.
page-mineleave-title = Gruppe verlassen und Ihre Daten löschen?
page-mineleave-text = Ihr Name, Ihre Adresse, Ihre Links und die Zahl Ihrer Fälle werden sofort vernichtet; nichts bringt sie zurück. Die Leitung liest auf der Seite der Gruppe, dass jemand gegangen ist. Wenn Sie gerade in einem Treffen sind, behalten Sie dort Ihren Platz bis zum Ende, ohne Namen.
mine-stay = Bleiben
page-minegone-title = Sie haben die Gruppe verlassen
page-minegone-text = Auf der Liste der Gruppe steht nichts mehr über Sie. Wenn Sie gerade in einem Treffen sind, bleibt Ihr Platz dort bis zum Ende, ohne Namen; nichts führt von ihm zu Ihnen. Die E‑Mails, die Sie haben, gehören Ihnen; ihre Links öffnen nichts mehr.
mine-dates-out = Eine letzte E‑Mail geht jetzt an Sie, um die Termine dieser Gruppe aus Ihrem Kalender zu nehmen; danach steht Ihre Adresse hier nirgends mehr.
mine-dates-out-open = Eine letzte E‑Mail geht jetzt an Sie, um die kommenden Termine dieser Gruppe aus Ihrem Kalender zu nehmen; danach steht Ihre Adresse hier nirgends mehr. Das Treffen, das gerade eröffnet ist, bleibt in Ihrem Kalender: Bitte nehmen Sie es selbst heraus.
mine-dates-stay = Die Termine dieser Gruppe bleiben in Ihrem Kalender, wenn Sie sie dort eingetragen haben: Bitte nehmen Sie sie selbst heraus.
mine-receipt = Die Quittung, falls Sie eine aufheben möchten: { $day }, { $hash }
mail-mine = Was über Sie aufbewahrt wird und wie Sie es löschen lassen
mail-leader-title = Sie können bei Restarea Gruppen leiten
mail-leader-text = Ab jetzt können Sie hier Gruppen anlegen, ihre Treffen planen und sie leiten. Sie melden sich mit dieser E‑Mail-Adresse an; ein Passwort gibt es nicht.
mail-leader-not-you = Wenn Sie nicht wissen, worum es geht, brauchen Sie nichts zu tun.

## Was mit der Post geht

mail-hello = Guten Tag { $name },
mail-press = Ihr Link
mail-link-yours = Der Link gehört Ihnen allein, für dieses Treffen. Öffnen Sie ihn dort, wo Sie Kamera und Mikrofon haben; bitte geben Sie ihn nicht weiter.
mail-reply = Auf der Seite, die er öffnet, können Sie zu- oder absagen und Kamera und Mikrofon ausprobieren. Eine Antwort auf diese E‑Mail oder aus einem Kalender erreicht Ihre Leitung nicht.
mail-reply-anew = Es ist nun eine andere Zeit: Wenn Sie schon zu- oder abgesagt haben, tun Sie es dort bitte noch einmal.
mail-telephone = Fällt die Verbindung aus, rufen Sie an: { $number }
mail-calendar = Ihr Link steht in der E‑Mail, mit der dieser Termin kam.
mail-calendar-lost = Wenn Sie ihn nicht finden, öffnen Sie einen Ihrer früheren Links zu dieser Gruppe: Dort können Sie sich einen neuen schicken lassen. Oder fragen Sie Ihre Leitung. Die Seite: { $page }
mail-calendar-reply = Ob Sie kommen, sagen Sie auf der Seite Ihres Links. Was ein Kalender antwortet, erreicht Ihre Leitung nicht.
mail-file-in = Eine Kalenderdatei ist angehängt: Öffnen Sie sie, um den Termin einzutragen.
mail-file-out = Eine Kalenderdatei ist angehängt: Öffnen Sie sie, um den Termin zu entfernen.
mail-led = { $name } leitet die Gruppe und lädt Sie ein.
mail-invited-title = { $group }: { $when }
mail-invited-text = Die Gruppe „{ $group }“ trifft sich am { $when }.
mail-both-clocks = { $theirs }; nach der Uhr der Gruppe: { $group }
mail-series-title = { $group }: { $count ->
    [one] ein Treffen ist geplant
   *[other] { $count } Treffen sind geplant
 }
mail-series-text = Die Gruppe „{ $group }“ trifft sich an diesen Tagen:
mail-series-press = Ihr Link zum ersten Treffen
mail-series-others = Den Link zu jedem weiteren Treffen erhalten Sie am Tag davor per E‑Mail.
mail-files-in = Kalenderdateien sind angehängt, eine für jeden Termin: Öffnen Sie jede, um ihren Termin einzutragen.
mail-series-calendar = Ihren Link erhalten Sie am Tag davor per E‑Mail.
mail-moved-title = { $group }: verschoben auf { $when }
mail-moved-text = Das Treffen der Gruppe „{ $group }“, das für { $was } geplant war, wurde verschoben. Es findet nun am { $when } statt.
mail-moves-title = { $group }: { $count } Treffen verschoben
mail-moves-text = Diese Treffen der Gruppe „{ $group }“ wurden verschoben:
mail-changed-title = { $group }: neue Einträge für Ihren Kalender
mail-changed-text = In einer früheren E‑Mail oder in Ihrem Kalender kann Ihre Gruppe einen anderen Namen oder eine andere Telefonnummer haben.
mail-changed-name = Die Gruppe heißt „{ $group }“.
mail-changed-number = Die Telefonnummer für den Fall, dass die Verbindung ausfällt, ist { $number }.
mail-changed-number-none = Sie hat keine Telefonnummer für den Fall, dass die Verbindung ausfällt.
mail-changed-dates = Diese Termine der Gruppe „{ $group }“ bleiben, wie sie sind:
mail-when-moved = { $when } (verschoben von { $was })
mail-cancelled-title = { $group }: abgesagt, { $when }
mail-cancelled-text = Das Treffen der Gruppe „{ $group }“ am { $when } ist abgesagt.
mail-ended-title = { $group }: { $count } Treffen sind abgesagt
mail-ended-text = Diese Treffen der Gruppe „{ $group }“ sind abgesagt:
mail-files-out = Kalenderdateien sind angehängt, eine für jeden Termin: Öffnen Sie jede, um ihren Termin zu entfernen.
mail-off-title = { $group }: Sie stehen nicht mehr auf der Liste
mail-off-text = Sie stehen nicht mehr auf der Liste der Gruppe „{ $group }“. Diese Termine gelten für Sie nicht mehr:
mail-reminded-title = { $group }: Erinnerung, { $when }
mail-reminded-text = Die Gruppe „{ $group }“ trifft sich am { $when }.
mail-fresh-title = { $group }: Ihr neuer Link, { $when }
mail-fresh-text = Die Gruppe „{ $group }“ trifft sich am { $when }. Dies ist Ihr neuer Link; jemand hat einen früheren geöffnet und darum gebeten.
mail-now-title = { $group }: Ihr neuer Link
mail-now-text = Das Treffen der Gruppe „{ $group }“ ist eröffnet. Dies ist Ihr neuer Link; jemand hat einen früheren geöffnet und darum gebeten.
mail-fresh-not-you = Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Der Link kam nur zu Ihnen.

## Die Tür: ein Link wird geöffnet, ein Name genannt, die Geräte werden probiert

join-title = Eintreten · Restarea
join-entering = Einen Augenblick. Ihr Link wird geöffnet.
join-welcome = Willkommen
join-of = Ein Treffen von „{ $group }“
join-languages = Andere Sprachen
join-as-leader = Sie leiten diese Gruppe. Nennen Sie Ihren Namen, probieren Sie Mikrofon und Kamera und treten Sie ein.
join-as-co_leader = Sie leiten diese Gruppe mit. Nennen Sie Ihren Namen, probieren Sie Mikrofon und Kamera und treten Sie ein.
join-as-member = Nennen Sie Ihren Namen, probieren Sie Mikrofon und Kamera und treten Sie ein. Die Leitung lässt Sie dann in den Kreis.
join-as-observer = Sie kommen zum Beobachten: Sie hören und sehen die Gruppe. Die Gruppe sieht, dass Sie da sind, und hört Sie nicht.
join-as-back = Sie haben hier schon einen Platz. Wenn Sie eintreten, nehmen Sie ihn wieder ein; in einem anderen Fenster wird er geschlossen.
join-as-back-leading = In diesem Browser leiten Sie hier. Wenn Sie eintreten, nehmen Sie diesen Platz wieder ein; in einem anderen Fenster wird er geschlossen. Um als jemand anderes zu kommen, öffnen Sie den Link in einem privaten Fenster.
join-as-back-lead = Dieser Link ist zum Leiten, aber dieser Browser hat hier schon einen anderen Platz. Um zu leiten, öffnen Sie den Link in einem privaten Fenster oder in einem anderen Browser.
join-as-left = Sie waren schon hier und sind gegangen. Die Leitung lässt Sie wieder in den Kreis ein.
join-elsewhere-seat = Dieser Browser hat noch einen anderen Platz, in einem Treffen, das noch offen ist. Wenn Sie hier eintreten, geben Sie ihn auf. Um ihn zu behalten, öffnen Sie diesen Link in einem anderen Browser.
join-elsewhere-record = Dieser Browser führt noch zu dem, was von einem früheren Treffen aufbewahrt wird: Sie können es ansehen und Nein dazu sagen. Wenn Sie hier eintreten, endet das. Um es zu behalten, öffnen Sie diesen Link in einem anderen Browser.
join-before = Bevor Sie eintreten
join-before-what = Eine Balintgruppe: Jemand stellt einen Fall vor, und die Gruppe denkt vertraulich darüber nach.
join-before-kept-nothing = Wie die Sitzung verlief, wird nicht aufbewahrt: Es ist gelöscht, sobald sie zu Ende ist. Ebenso, was der Server aus der Lautstärke jedes Mikrofons errechnet: wer gerade spricht.
join-before-kept-aggregate = Aus der Lautstärke jedes Mikrofons errechnet der Server, wer wann und wie lange spricht. Davon bleiben nur Summen, nach Phasen und ohne Namen. Sie sehen sie zuerst und können Nein sagen. Wer dabei war, erkennt die Sitzung vielleicht wieder.
join-before-kept-seat_timeline = Aus der Lautstärke jedes Mikrofons errechnet der Server, wer wann und wie lange spricht. Wenn danach alle zustimmen, kann bleiben, welcher Platz wann sprach, in Schritten von fünf Sekunden, ohne Namen; sonst nur Summen nach Phasen. Wer die Gruppe kennt, erkennt vielleicht, wer wer ist: In einem Versuch wurden { $found_again } von 100 Plätzen im nächsten Bogen der Gruppe wiedergefunden.
join-before-together = Der Bogen wird mit den früheren dieser Gruppe zusammengehalten: Ihre Leitung sieht sie nebeneinander.
join-before-shelf = Die Leitung kann den Bogen davon in die eigene Sammlung aufnehmen und zur eigenen Weiterbildung in der Supervision zeigen: über einen Link, der endet, ohne Namen.
join-before-not = Ton, Bild und Worte werden hier niemals aufbewahrt.
join-attest = Ich bin allein im Raum, trage Kopfhörer, und nichts wird aufgezeichnet.
join-name = Ihr Name
join-name-full = 40 Zeichen: mehr passen nicht.
join-name-hint = So, wie ihn die Gruppe sehen soll: Vorname oder Initialen, kein voller Name.
join-name-whole = Das sieht nach einem vollen Namen aus. Ein Vorname oder Initialen genügen hier.
join-check = Mikrofon und Kamera
join-microphone = Mikrofon
join-microphone-on = Mikrofon probieren
join-microphone-opening = Wird geöffnet …
join-microphone-off = Mikrofon ausschalten
join-microphone-choose = Welches Mikrofon
join-camera = Kamera
join-camera-on = Kamera probieren
join-camera-opening = Wird geöffnet …
join-camera-off = Kamera ausschalten
join-camera-choose = Welche Kamera
join-level = Wie laut Ihr Mikrofon ist
join-level-speak = Sagen Sie ein paar Worte: Der Balken sollte sich bewegen.
join-level-heard = Ihr Mikrofon funktioniert.
join-voice = Die eigene Stimme hören
join-voice-idle = Drei Sekunden werden in diesem Browser aufgenommen, Ihnen vorgespielt und verworfen. Nichts davon verlässt ihn.
join-voice-recording = Sprechen Sie jetzt: drei Sekunden.
join-voice-playing = So klingen Sie.
join-voice-played = Das waren Sie. Die Aufnahme ist verworfen.
join-voice-failed = Dieser Browser kann Ihre Stimme nicht vorspielen. Wenn sich der Balken oben bewegt, hört die Gruppe Sie.
join-speaker = Einen leisen Ton abspielen
join-speaker-idle = Für Ihre Kopfhörer: zwei leise Töne.
join-speaker-sounding = Zwei leise Töne, jetzt.
join-speaker-sounded = Nichts gehört? Stellen Sie lauter, sehen Sie nach, ob die Kopfhörer eingesteckt sind, und wählen Sie sie in den Toneinstellungen Ihres Geräts.
join-speaker-failed = Der Ton ließ sich nicht abspielen. Wählen Sie Ihre Kopfhörer in den Toneinstellungen Ihres Geräts, dann versuchen Sie es noch einmal.
join-preview = Ihr eigenes Bild, wie im Spiegel
join-path = Ihre Verbindung
join-path-looking = Ihre Verbindung wird geprüft, etwa fünf Sekunden lang.
join-path-good = Gut für Stimme und Bild.
join-path-late = Gut für Stimme und Bild, aber der Weg ist weit: Was Sie sagen, kommt spät an. Warten Sie nach den anderen einen Augenblick, bevor Sie sprechen.
join-path-voice = Reicht für die Stimme. Bilder werden klein sein oder fehlen. Versuchen Sie es mit einem Kabel, oder rücken Sie näher an das WLAN.
join-path-little = Sehr schwach: Worte können fehlen oder spät kommen. Versuchen Sie es mit einem Kabel, einem anderen WLAN oder dem Netz Ihres Handys. Schließen Sie, was die Verbindung sonst noch nutzt.
join-path-nothing = Nichts kommt durch. Versuchen Sie es mit einem anderen Netz, zum Beispiel dem Ihres Handys. Oder bitten Sie die Person, die Ihr Netz betreut, Verbindungen zu { $host }, Port { $port }, über UDP und TCP zu erlauben.
join-path-unknown = Ihre Verbindung ließ sich gerade nicht prüfen.
join-path-anyway = Sie können trotzdem eintreten.
join-path-tcp = Ihr Netz lässt nur TCP durch: Der Ton kann zeitweise spät kommen.
join-path-relay = Sie nimmt einen längeren Weg, weil Ihr Netz nur Webseiten durchlässt.
join-path-again = Noch einmal prüfen
join-path-figures = Zahlen für alle, die Ihnen helfen
join-path-measured = { $loss } % Verlust, { $trip } ms hin und zurück ({ $full } ms unter Last), { $jitter } ms Schwankung, { $rate } kbit/s, { $way }
join-clock = { $hours ->
    [one] Die Uhr dieses Geräts geht etwa eine Stunde falsch. Auch Zeiten, die Sie hier lesen, können falsch sein. Lassen Sie in den Einstellungen Datum und Uhrzeit automatisch stellen.
   *[other] Die Uhr dieses Geräts geht etwa { $hours } Stunden falsch. Auch Zeiten, die Sie hier lesen, können falsch sein. Lassen Sie in den Einstellungen Datum und Uhrzeit automatisch stellen.
}
join-kept = Was bleibt
join-kept-sound = Ton und Bild: nichts. Dieser Ort kann nicht aufzeichnen.
join-kept-form-nothing = Die Form der Sitzung: Phasen, Zeiten und Plätze, ohne Namen und ohne Worte. Sie ist gelöscht, sobald die Sitzung zu Ende ist; nichts davon wird aufbewahrt.
join-kept-form-aggregate = Die Form der Sitzung: Phasen, Zeiten und Plätze, ohne Namen und ohne Worte. Ist die Sitzung zu Ende, bleiben nur Summen davon, ohne Namen; Sie sehen sie zuerst und können Nein sagen.
join-kept-form-seat_timeline = Die Form der Sitzung: Phasen, Zeiten und Plätze, ohne Namen und ohne Worte. Ist die Sitzung zu Ende, kann bleiben, welcher Platz wann sprach; Sie sehen es zuerst. Es bleibt nur, wenn alle zustimmen, sonst nur Summen; und wer möchte, kann zu beidem Nein sagen.
join-kept-shelf = Wer leitet, kann das, was von der Sitzung bleibt, als Bogen in die eigene Sammlung aufnehmen, zu denen aus anderen Gruppen. Eine solche Sammlung ist eine Reihe von Monaten und Größen, ohne Namen einer Gruppe; wer weiß, was diese Person leitet, erkennt eine Sitzung darin vielleicht wieder.
join-kept-copies = Was bleibt, kann die Leitung auch mitnehmen, als Dateien und Bilder. Solche Kopien werden nicht mit vernichtet.
join-kept-name = Ihr Name: bis die Sitzung zu Ende ist. Danach kann ihn niemand mehr lesen.
join-kept-group = Ihr Name: Ihre Gruppe führt eine Liste ihrer Mitglieder und für jedes, wie viele Fälle es vorgestellt hat; die Leitung sieht diese Zahl. Die Zeitzone Ihres Browsers, damit E‑Mails Ihre Uhrzeit nennen. Wer in einer Sitzung wo saß, lässt sich nach ihrem Ende nicht mehr lesen.
join-kept-attendance = { $months ->
    [one] Dass Sie da waren, wann und wie lange, mit dem Namen Ihrer Gruppe und ohne den Ihren: bis zum Ende des nächsten Monats, damit Sie eine Bescheinigung drucken können. Öffnen kann das nur ein Browser, mit dem Sie hereingekommen sind.
   *[other] Dass Sie da waren, wann und wie lange, mit dem Namen Ihrer Gruppe und ohne den Ihren: noch { $months } Monate nach diesem, damit Sie eine Bescheinigung drucken können. Öffnen kann das nur ein Browser, mit dem Sie hereingekommen sind.
}
join-kept-hours = { $months ->
    [one] Wenn Sie sich hier als Leitung anmelden: wann, wie lange und welche Gruppe Sie geleitet haben, in einer Liste, die nur Sie sehen und löschen können, bis zum Ende des nächsten Monats.
   *[other] Wenn Sie sich hier als Leitung anmelden: wann, wie lange und welche Gruppe Sie geleitet haben, in einer Liste, die nur Sie sehen und löschen können, { $months } Monate lang.
}
join-kept-feedback = Danach können Sie einige Fragen beantworten. Antworten werden nur gezählt, über alle Gruppen eines Monats; nichts hält fest, wer geantwortet hat.
join-kept-heard = Wer Sie hört, entscheidet der Server. Wenn Sie sich zurückgesetzt haben, geht Ihre Stimme an niemanden.
join-kept-leaders = Nur die Leitung sieht, wie gut Ihre Verbindung ist, ob Ihr Mikrofon an ist und wann es zuletzt zu hören war, und, wenn sie danach fragt, dass Sie noch nicht gesprochen haben.
join-enter = Eintreten
join-enter-listening = Eintreten, nur zum Zuhören
join-enter-hint = Mikrofon und Kamera bleiben so, wie Sie sie hier eingestellt haben.
join-enter-hint-leader = Die Teilnehmenden warten, bis Sie sie einlassen.
join-enter-hint-listening = Im Raum können Sie Ihr Mikrofon jederzeit einschalten.
join-enter-hint-without = Sie hören zu. Sobald hier ein Mikrofon geht, können Sie es im Raum einschalten.
join-enter-hint-observer = Ihre Kamera bleibt so, wie Sie sie hier eingestellt haben.
join-trouble-bad_name = Bitte nennen Sie einen Namen mit 1 bis 40 Zeichen.
join-trouble-name_taken = So heißt hier schon jemand; die Gruppe liest Sie als „{ $name }“. Treten Sie so ein, oder schreiben Sie einen anderen Namen.
join-trouble-not_attested = Bitte kreuzen Sie das Kästchen oben an.
join-trouble-offline = Im Augenblick gibt es keine Verbindung. Versuchen Sie es gleich noch einmal.
join-trouble-draining = Der Server wird gerade angehalten. Sobald er wieder gestartet ist, können Sie eintreten.

## Warum ein Link niemanden einlässt

refused-no_link-title = Öffnen Sie Ihren Link
refused-no_link-text = Um zu Ihrer Gruppe zu kommen, öffnen Sie den Link, den Ihnen Ihre Leitung geschickt hat. Diese Seite allein führt nirgendwohin.
refused-no_webrtc-title = Dieser Browser kann keine Stimme übertragen
refused-no_webrtc-text = Ihm fehlt, was Gespräche brauchen (WebRTC), oder es ist abgeschaltet. Öffnen Sie Ihren Link in einem aktuellen Firefox, Chrome, Edge oder Safari; in einer anderen App, etwa der für E‑Mails, wählen Sie „Im Browser öffnen“. Ihr Link bleibt gültig.
refused-unknown_link-title = Dieser Link ist nicht bekannt
refused-unknown_link-text = Vielleicht fehlt ein Stück davon. Kopieren Sie den ganzen Link aus der Nachricht, oder bitten Sie Ihre Leitung um einen neuen.
refused-expired_link-title = Dieser Link ist abgelaufen
refused-expired_link-text = Ein Link lässt nur einige Stunden lang ein, und die Zeit von diesem ist abgelaufen. Wenn Sie damit schon einmal eingetreten sind, öffnen Sie ihn im selben Browser; sonst bitten Sie Ihre Leitung um einen neuen.
refused-earlier_link-title = Dieser Link ist nicht mehr der gültige
refused-earlier_link-text = Sein Treffen ist vorbei, oder ein neuerer Link hat ihn ersetzt. Lassen Sie sich einen neuen an die Adresse schicken, die Ihre Leitung von Ihnen hat.
refused-earlier_link-text-leads = Sein Treffen ist vorbei, oder ein neuerer Link hat ihn ersetzt. Sie leiten diese Gruppe: Lassen Sie sich einen neuen Link an die Adresse schicken, die die Gruppe von Ihnen hat, oder melden Sie sich als Leitung an und öffnen Sie das Treffen auf der Seite Ihrer Gruppe.
refused-ended_link-title = Dieser Link gilt nicht mehr
refused-ended_link-text = Für wen er bestimmt war, steht nicht mehr auf der Liste der Gruppe, oder es gibt die Gruppe nicht mehr. Wenn Sie die Gruppe verlassen haben und wiederkommen möchten, bitten Sie die Leitung, Sie neu einzuladen.
refused-link_taken_back-title = Ihr Link wurde zurückgenommen
refused-link_taken_back-text = Wer Ihre Gruppe leitet, hat Ihren Link zu dem Treffen zurückgenommen, das offen ist oder als nächstes kommt. Nur die Leitung kann Ihnen einen anderen geben: Bitte fragen Sie außerhalb dieser Seite nach.
refused-used_link-title = Dieser Link hat alle eingelassen, für die er gedacht war
refused-used_link-text = Wenn Sie schon mit ihm hereingekommen sind, öffnen Sie ihn im selben Browser; sonst bitten Sie Ihre Leitung um einen eigenen.
refused-session_full-title = Der Kreis ist voll
refused-session_full-text = Alle Plätze dieser Sitzung sind besetzt. Bitte sagen Sie Ihrer Leitung Bescheid.
refused-session_ended-title = Diese Sitzung ist zu Ende
refused-session_ended-text = Nichts von dem Gesagten wurde aufbewahrt. Für das nächste Treffen schickt Ihnen Ihre Leitung einen neuen Link.
refused-session_ended-text-leads = Nichts von dem Gesagten wurde aufbewahrt. Für das nächste Treffen öffnen Sie eine neue Sitzung: auf der Seite Ihrer Gruppen oder so, wie diese geöffnet wurde.
refused-place_ended-title = Dieses Treffen ist vorbei
refused-place_ended-text = Ihr Platz darin führt nirgends mehr hin. Öffnen Sie für das nächste Treffen den Link, den Ihre Leitung Ihnen schickt.
refused-place_unknown-title = Öffnen Sie Ihren Link noch einmal
refused-place_unknown-text = Dieser Browser hat in keinem Treffen mehr einen Platz: Es ist vorbei, oder Sie sind auf einem anderen Gerät oder in einem anderen Browser darin. Solange es dauert, gibt Ihr Link Ihnen den Platz hier zurück. Tut er das nicht, bitten Sie Ihre Leitung um einen neuen.
refused-earlier-mail = Ein früherer Link aus einer anderen E‑Mail Ihrer Gruppe bietet an, Ihnen einen neuen zu schicken.
refused-not_open_yet-title = Das Treffen ist noch nicht eröffnet
refused-not_open_yet-text = Es beginnt am { $when }, nach Ihrer Uhr. Diese Seite sieht von selbst wieder nach; Ihr Link bleibt gültig.
refused-not_open_yet-look = Jetzt nachsehen
reply-title = Kommen Sie?
reply-title-others = Kommen Sie zu den anderen Terminen?
reply-come = Ich komme
reply-cannot = Ich kann nicht kommen
reply-open = Sie haben es noch nicht gesagt.
reply-said-come = Notiert: Sie kommen.
reply-said-cannot = Notiert: Sie können nicht kommen. Wenn es doch geht: Ihr Link gilt weiter.
reply-said-cannot-later = Notiert: Sie können nicht kommen. Wenn es doch geht, sagen Sie es hier; der Link dazu kommt am Tag davor per E‑Mail.
reply-failed = Das konnte gerade nicht notiert werden. Drücken Sie gleich noch einmal.
reply-hint = Sie können es ändern, bis das Treffen eröffnet ist. Nur wer die Gruppe leitet, sieht es; niemand fragt nach einem Grund.
try-title = Vorher alles ausprobieren
try-text = Kamera, Mikrofon, Lautsprecher und Verbindung, wie beim Treffen. Das dauert eine Minute, an jedem Tag davor. Niemand sieht oder hört Sie, und nichts wird aufbewahrt.
try-open = Jetzt ausprobieren
refused-meeting_cancelled-title = Dieses Treffen ist abgesagt
refused-meeting_cancelled-text = Ihre Leitung hat es abgesagt. Für das nächste bekommen Sie einen neuen Link.
refused-removed-title = Ihr Platz in dieser Sitzung ist geschlossen
refused-removed-text = Die Leitung hat ihn geschlossen, und in dieser Sitzung öffnet er sich nicht wieder. Wenn Sie das für ein Versehen halten, schreiben Sie Ihrer Leitung wegen der nächsten.
refused-no_session-title = Öffnen Sie Ihren Link noch einmal
refused-no_session-text = Dieser Browser hat keinen Platz mehr in der Sitzung. Ihr Link gibt ihn Ihnen zurück.
refused-draining-title = Der Server wird gerade angehalten
refused-draining-text = Sobald er wieder gestartet ist, können Sie eintreten: Versuchen Sie es in einer Minute. Ihr Link bleibt gültig.
refused-too_fast-title = Zu viele Versuche
refused-too_fast-text = Warten Sie eine Minute und versuchen Sie es dann noch einmal. Ihr Link bleibt gültig.
refused-offline-title = Keine Verbindung
refused-offline-text = Der Server ist nicht erreichbar. Sehen Sie nach, ob dieses Gerät im Netz ist, und versuchen Sie es dann noch einmal. Ihr Link bleibt gültig.
refused-server_error-title = Hier ist etwas schiefgegangen
refused-server_error-text = Das liegt an uns, nicht an Ihnen. Warten Sie einen Augenblick und versuchen Sie es dann noch einmal. Ihr Link bleibt gültig.
refused-again = Noch einmal versuchen
refused-fresh-send = Neuen Link an mich senden
refused-fresh-sending = Einen Augenblick …
refused-fresh-sent = Wenn Ihre Gruppe eine Adresse von Ihnen hat, kommt der Link dort in wenigen Minuten an. Kommt nichts, fragen Sie, wer die Gruppe leitet.
refused-fresh-none = Noch ist kein Treffen Ihrer Gruppe geplant. Sobald es geplant ist, erhalten Sie eine Einladung oder können hier noch einmal fragen.
refused-fresh-too_fast = Zu viele Versuche. Warten Sie eine Minute, dann versuchen Sie es noch einmal.
refused-fresh-failed = Das ging gerade nicht. Sehen Sie nach, ob dieses Gerät online ist, dann versuchen Sie es noch einmal.

## Mikrofon und Kamera, die sich nicht öffnen

trouble-microphone-denied = Der Browser darf das Mikrofon nicht benutzen. Erlauben Sie es am Schloss neben der Adresse. Bis dahin können Sie zuhören.
trouble-microphone-none = Es wurde kein Mikrofon gefunden. Schließen Sie eines an, oder hören Sie ohne zu.
trouble-microphone-busy = Ein anderes Programm benutzt das Mikrofon. Schließen Sie es und versuchen Sie es dann noch einmal. Bis dahin können Sie zuhören.
trouble-microphone-failed = Das Mikrofon öffnet sich nicht. Versuchen Sie es noch einmal oder mit einem anderen Browser. Bis dahin können Sie zuhören.
trouble-camera-denied = Der Browser darf die Kamera nicht benutzen. Erlauben Sie es am Schloss neben der Adresse, oder kommen Sie ohne Bild.
trouble-camera-none = Es wurde keine Kamera gefunden. Sie können ohne Bild kommen.
trouble-camera-busy = Ein anderes Programm benutzt die Kamera. Schließen Sie es und versuchen Sie es dann noch einmal, oder kommen Sie ohne Bild.
trouble-camera-failed = Die Kamera öffnet sich nicht. Versuchen Sie es noch einmal, oder kommen Sie ohne Bild.

## Die eine Zeile über einen selbst

own-link-good = Verbindung: gut
own-link-weak = Verbindung: schwach
own-link-very_weak = Verbindung: sehr schwach
own-link-down = Verbindung: unterbrochen
own-link-busy = Gerät: ausgelastet
truth-heard = Die Gruppe hört Sie.
truth-heard-turn = Sie haben das Wort: Die Gruppe hört Sie.
truth-heard-floor = Das Wort hat { $name }. Die Gruppe hört Sie, wenn Sie sprechen.
truth-heard-paused = Pause. Die Gruppe hört Sie.
truth-heard-leaders = Nur die Leitung hört Sie.
truth-pushed-back = Die Gruppe hört Sie gerade nicht: Sie haben sich zurückgesetzt.
truth-stepped-out = Sie sind nebenan mit { $names }. Sonst hört und sieht Sie niemand.
truth-aside = Sie sind nebenan: Sie hören niemanden, und niemand hört oder sieht Sie. Ihr Platz bleibt Ihnen.
truth-whispers = Sie flüstern: Nur die Leitung hört Sie.
truth-watches = Sie schauen zu: Die Gruppe hört Sie gerade nicht.
truth-observer = Sie beobachten: Die Gruppe sieht Sie und hört Sie nicht.
truth-leaders-alone = Die Leitung ist unter sich. Niemand hört Sie, und Sie hören niemanden.
truth-floor-leaders = Das Wort hat die Leitung. Die Gruppe hört Sie gerade nicht.
truth-floor-presenter = Das Wort hat { $name } mit dem Fall. Die Gruppe hört Sie gerade nicht.
truth-floor-turn = Das Wort hat { $name }. Die Gruppe hört Sie gerade nicht.
truth-floor-next = Nacheinander: Die Gruppe hört Sie, wenn Sie das Wort bekommen und Ihr Mikrofon an ist.
truth-floor-asker = Fragen, nacheinander: Die Gruppe hört Sie, wenn Sie das Wort bekommen und Ihr Mikrofon an ist.
truth-off = Ihr Mikrofon ist aus. Sie hören zu.
truth-off-paused = Pause. Ihr Mikrofon ist aus. Sie hören zu.
truth-off-blocked = Ihr Browser wartet auf eine Berührung, bevor Sie die Gruppe hören. Ihr Mikrofon ist aus.
truth-off-your-turn = Sie haben das Wort, und Ihr Mikrofon ist aus.
truth-off-private = Sie sind nebenan mit { $names }. Ihr Mikrofon ist aus: Niemand hört Sie, und sonst sieht Sie niemand.
truth-opening = Ihr Mikrofon wird geöffnet.
truth-microphone-denied = Die Gruppe kann Sie nicht hören: Der Browser darf Ihr Mikrofon nicht benutzen. Erlauben Sie es am Schloss neben der Adresse.
truth-microphone-none = Die Gruppe kann Sie nicht hören: Es wurde kein Mikrofon gefunden. Schließen Sie eines an und schalten Sie es dann ein.
truth-microphone-busy = Die Gruppe kann Sie nicht hören: Ein anderes Programm benutzt Ihr Mikrofon. Schließen Sie es und versuchen Sie es dann noch einmal.
truth-microphone-failed = Die Gruppe kann Sie nicht hören: Ihr Mikrofon öffnet sich nicht. Versuchen Sie es noch einmal oder mit einem anderen Browser.
truth-silent = Ihr Mikrofon ist still. Sehen Sie nach, ob es stummgeschaltet oder ausgesteckt ist.
truth-not-arriving = Ihr Mikrofon erreicht den Server nicht: Die Gruppe hört Sie nicht. Schalten Sie es aus und wieder ein.
truth-nobody-hears = Ihre Stimme erreicht in diesem Augenblick niemanden. Warten Sie ein wenig; bleibt es so, laden Sie diese Seite neu.
truth-alone = Außer Ihnen ist gerade niemand im Kreis.
truth-alone-leaders = Außer Ihnen ist gerade niemand hier.
truth-returning = Die anderen kommen gerade zurück: Noch hört Sie niemand.
truth-heard-outside = Im Kreis ist gerade sonst niemand; { $name }, außerhalb, hört Sie.
truth-heard-returning = Die anderen kommen gerade zurück: Noch hören Sie nicht alle.
truth-unsteady = Vom Server kommt gerade nichts an: Vielleicht hört die Gruppe Sie nicht. Bleibt es so, schließen Sie andere Fenster, oder gehen Sie näher ans WLAN.
truth-unsteady-off = Ihr Mikrofon ist aus. Vom Server kommt gerade nichts an: Vielleicht hören Sie die Gruppe nicht.
truth-busy = Dieses Gerät ist ausgelastet: Die Gruppe hört Sie vielleicht nicht. Schließen Sie, was sonst offen ist.
truth-waiting = Sie sind im Warteraum. Niemand hört oder sieht Sie.
truth-connecting = Die Verbindung wird aufgebaut.
truth-lost = Die Verbindung ist unterbrochen und wird wiederhergestellt. Lassen Sie diese Seite offen; Ihr Platz bleibt Ihnen.
truth-draining = Der Server wurde angehalten. Wird er wieder gestartet, geht es hier von selbst weiter: Lassen Sie die Seite offen.
truth-clock-stands = So lange weiß diese Seite nicht, wie die Uhr weitergeht.
truth-media-connecting = Ton und Bild werden verbunden.
truth-media-lost = Ton und Bild sind unterbrochen und werden wiederhergestellt. Lassen Sie diese Seite offen; Ihr Platz bleibt Ihnen.
telephone-ring = Fällt die Verbindung aus, rufen Sie an:
truth-media-refused = Ton und Bild lassen sich nicht verbinden. Öffnen Sie Ihren Link noch einmal.
truth-replaced = Sie sind in einem anderen Fenster im Raum. Von hier wird nichts gesendet.
truth-removed = Sie sind nicht mehr in dieser Sitzung.
truth-ended = Die Sitzung ist zu Ende. Niemand hört oder sieht Sie.
truth-left = Sie sind gegangen. Niemand hört oder sieht Sie.
truth-no-place = Dieser Browser hat keinen Platz in der Sitzung. Öffnen Sie Ihren Link noch einmal.
truth-outdated = Diese Seite ist veraltet. Laden Sie sie neu.

## Was Vorleseprogramme sagen

announce-phase = Jetzt: { $phase }
announce-no-presenter = Gerade stellt niemand einen Fall vor.
announce-one-at-a-time = Jetzt eine Stimme nach der anderen: Nur die Leitung und wer das Wort hat, werden gehört.
announce-one-at-a-time-asker = Jetzt eine Stimme nach der anderen: Nur wer fragt und wer vorstellt, wird gehört; die Leitung immer.
announce-one-at-a-time-over = „Eine Stimme nach der anderen“ ist vorbei.
announce-paused = Die Sitzung macht Pause.
announce-resumed = Die Sitzung geht weiter.
announce-admitted = Sie sind im Kreis.
announce-admitted-outer = Sie sind im Außenkreis: Sie schauen zu, und die Gruppe hört Sie nicht.
announce-leader-here = Die Leitung ist da.
announce-ended = Die Sitzung ist zu Ende.
announce-you-present = Sie stellen den Fall vor.
announce-pushed-back = Sie haben sich zurückgesetzt. Die Gruppe hört Sie nicht.
announce-back-in-circle = Sie sind wieder im Kreis.
announce-your-turn = Sie haben das Wort.
announce-turn-over = Sie haben das Wort nicht mehr.
announce-leaders-alone = Die Leitung ist jetzt unter sich.
announce-outside = Der Kreis ist geschlossen. Niemand hört Sie, und Sie hören niemanden.
announce-no-leader = Von der Leitung ist niemand da. Die Uhr wartet.
announce-outside-again = { $name } sitzt wieder zurückgesetzt: Die Gruppe hört { $name } nicht.
announce-stepped-out = Sie sind nebenan. Nur wer bei Ihnen ist, hört Sie.
announce-aside = Sie sind nebenan. Sie hören niemanden, und niemand hört Sie.
announce-stepped-in = Sie sind wieder im Kreis.
announce-in-debrief = Sie sind wieder in der Nachbesprechung.
announce-invited = Sie sind zu einer Rolle eingeladen. Sie dürfen ablehnen.
announce-you-lead = Jetzt leiten Sie.
announce-heard = Von jetzt an hört Sie die Gruppe.
announce-unheard = Die Gruppe hört Sie gerade nicht.
announce-door = Jemand steht vor der Tür.
announce-hand = Jemand meldet sich.
announce-lost = Die Verbindung ist unterbrochen und wird wiederhergestellt.
announce-back = Die Verbindung ist wiederhergestellt.

## Die Phasen, mit den Worten des Fachs

phase-arrival = Ankommen
phase-case_call = Wer hat einen Fall?
phase-presentation = Fallvorstellung
phase-questions = Rückfragen
phase-discussion = Gruppenarbeit
phase-return = Rückkehr
phase-joint_discussion = Gemeinsames Gespräch
phase-closing = Abschluss
phase-stories = Geschichten
phase-follow_up = Nachbericht
phase-choice = Wahl einer Geschichte
phase-seating = Die Kreise setzen sich
phase-casting = Rollenverteilung
phase-scene = Die Szene
phase-de_roling = Entrollen
phase-fantasies = Fantasien
phase-hypotheses = Hypothesen
phase-suggestions = Vorschläge
phase-reflection = Nachdenken
phase-review = Rückblick
phase-leaving = Abschied
phase-debrief = Nachbesprechung
phase-whole_meeting = Das ganze Treffen

## Der Raum

room-title = Restarea
room-back-title = Zurückgesetzt
room-case = { $number ->
    [2] Zweiter Fall
    [3] Dritter Fall
   *[other] Fall { $number }
  }
room-circle = Der Kreis
room-you = Sie
room-seat = Platz { $number }
room-role-leader = Leiter·in
room-role-co_leader = Co-Leiter·in
room-role-director = Spielleiter·in
room-role-leader_in_training = Leiter·in in Ausbildung
room-role-supervisor = Supervisor·in
room-role-member = Teilnehmer·in
room-role-observer = Beobachter·in
room-role-presenter = Referent·in
room-role-pushed_back = zurückgesetzt
room-part-protagonist = Protagonist·in
room-part-auxiliary = Hilfs-Ich
room-part-double = Doppel
room-returning = kommt zurück
room-returning-long = kommt gerade zurück, der Platz bleibt
room-link-lost = getrennt
room-link-lost-long = die Verbindung ist unterbrochen, der Platz bleibt
room-seat-absent = gerade nicht im Raum
room-seat-speaking = spricht
room-seat-floor = hat das Wort
room-seat-hand = Hand erhoben, Nummer { $place }
room-whispers-to-you = { $name } flüstert Ihnen zu.
room-seat-whispers = flüstert Ihnen zu
room-gathering = Alle kommen an
room-says-gathering = Die Leitung eröffnet die Sitzung.
room-says-gathering-you = Sie eröffnen die Sitzung an Ihrem Pult, wann Sie möchten.
room-says-early = Noch ist niemand von der Leitung da. Sie können miteinander sprechen.
room-says-paused = Die Gruppe ruht. Nichts geht verloren.
room-says-arrival = Ein Augenblick, um anzukommen.
room-says-case_call = Lassen Sie sich Zeit. Wer einen Fall im Sinn hat, kann es sagen.
room-says-chosen = { $name } wird vorstellen.
room-says-chosen-you = Sie werden vorstellen.
room-says-presentation = { $name } erzählt. Die anderen hören zu.
room-says-presentation-you = Sie erzählen. Die anderen hören zu.
room-says-questions = Kurze Fragen zur Sache. { $name } antwortet.
room-says-questions-you = Kurze Fragen zur Sache. Sie antworten.
room-says-asks = { $name } fragt.
room-says-asks-you = Sie fragen.
room-says-turn = Das Wort hat { $name }.
room-says-turn-you = Sie haben das Wort.
room-says-turn-next = Das Wort hat { $name }. Danach haben Sie es.
room-says-turn-alone = Eine Stimme nach der anderen: Das Wort hat { $name }.
room-says-turn-alone-you = Eine Stimme nach der anderen: Sie haben das Wort.
room-says-one-at-a-time = Eine Stimme nach der anderen: Wer sprechen möchte, hebt die Hand.
room-says-discussion = Die Gruppe denkt über Ärzt·in und Patient·in nach.
room-says-discussion-back = Die Gruppe denkt nach. { $name } sitzt zurückgesetzt und hört zu.
room-says-discussion-back-you = Die Gruppe denkt nach, und Sie hören zu.
room-says-return = { $name } ist wieder im Kreis und schuldet keine Antwort.
room-says-return-you = Sie sind wieder im Kreis und schulden keine Antwort.
room-says-joint_discussion = Alle gemeinsam.
room-says-closing = Die Leitung führt den Fall zum Abschluss.
room-says-stories = Alle erzählen eine kurze Geschichte oder geben weiter.
room-says-follow_up = Was aus früheren Fällen geworden ist.
room-says-choice = Nennen Sie, wen Sie hören möchten. Es wird nicht gezeigt, wie viele Stimmen jemand hat.
room-says-seating = Die Leitung besetzt den Innenkreis.
room-says-casting = Rollen werden angeboten. Wer eingeladen ist, darf ablehnen.
room-says-invited-auxiliary = Sie sind eingeladen, jemanden oder etwas aus der Geschichte zu spielen. Sie dürfen ablehnen.
room-says-invited-double = Sie sind eingeladen, Doppel zu sein, das neben der Hauptperson spricht. Sie dürfen ablehnen.
room-says-invited-protagonist = Sie sind als Protagonist·in eingeladen. Sie dürfen ablehnen.
room-says-scene = Die Szene wird gespielt. Die anderen schauen zu.
room-says-de_roling = Wer gespielt hat, spricht aus der Rolle und legt sie dann ab.
room-says-fantasies = Was einem einfällt, ohne zu urteilen.
room-says-hypotheses = Was steckt vielleicht dahinter? Keine Urteile.
room-says-suggestions = Praktische Vorschläge sind hier willkommen.
room-says-reflection = Der Kreis denkt über das Gehörte nach.
room-says-review = Die Gruppe blickt auf ihre Arbeit zurück.
room-says-leaving = Bleiben Sie noch etwas, oder gehen Sie, wann Sie möchten. Auf Wiedersehen.
room-says-last-minutes = In wenigen Minuten schließt sich der Kreis.
room-says-closes-now = Die Leitung schließt jetzt den Kreis.
room-says-debrief = Die Leitung ist unter sich.
room-says-no-presenter = Gerade stellt niemand einen Fall vor.
room-says-presenter-out = Die vorstellende Person ist nebenan.
room-paused = Pause
room-arc = Zeit dieser Phase: { $past } von { $parts } Teilen sind vorbei
room-controls = Was Sie tun können
room-microphone-on = Mikrofon einschalten
room-microphone-off = Mikrofon ausschalten
room-camera-on = Kamera einschalten
room-camera-off = Kamera ausschalten
room-hand-raise = Hand heben
room-hand-lower = Hand senken
room-turn-pass = Diesmal gebe ich weiter
room-word-distress = Mir geht es nicht gut: Kann ich mit der Leitung sprechen?
room-word-leave_early = Ich muss früher gehen
room-early-all = Allen sagen, dass ich früher gehen muss
room-early-said = Alle wissen, dass Sie früher gehen müssen
room-offers = hat einen Fall
room-leaves-early = geht früher
room-word-said-distress = Der Leitung gesagt: Es geht Ihnen nicht gut
room-word-said-leave_early = Der Leitung gesagt: Sie müssen früher gehen
room-word-waits-distress = Für die Leitung hinterlegt: Es geht Ihnen nicht gut
room-word-waits-leave_early = Für die Leitung hinterlegt: Sie müssen früher gehen
room-word-waits-bring_me_back = Für die Leitung hinterlegt: Bitte holen Sie mich zurück
room-word-waits-need_a_pause = Für die Leitung hinterlegt: Ich brauche eine Pause
room-word-seen-by = { $word ->
    [bring_me_back] { $name } hat es gelesen: gleich. Noch einmal sagen
   *[other] { $name } hat es gelesen und macht vorerst weiter. Noch einmal sagen
}
room-word-a-leader = Eine Person der Leitung
room-come-back = Zurück in den Kreis
room-come-back-seen = { $name } hat es gelesen.
room-come-back-in = Holt die Leitung Sie nicht zurück, können Sie in { $seconds } s von sich aus zurückkommen.
room-come-back-may = Die Leitung hat Sie nicht zurückgeholt: Sie können jetzt in den Kreis zurückkommen.
room-case-take-back = Ich ziehe meinen Fall zurück …
room-case-take-back-text = Die Gruppe sieht dann, dass gerade niemand einen Fall vorstellt, und nicht, warum. Sie schulden niemandem einen Grund.
room-case-take-back-yes = Ja, ich ziehe ihn zurück
room-case-take-back-no = Nein, ich behalte ihn
room-stepped-out = nebenan
room-aside = Nebenan
room-says-aside = Nehmen Sie sich die Zeit, die Sie brauchen. Die anderen hören und sehen Sie nicht.
room-says-left-aside = { $name } hat das Gespräch beendet. Sie sind hier allein: Gehen Sie zurück.
room-says-left-alone = { $name } hat das Gespräch beendet. Bleiben Sie, solange Sie möchten.
room-says-left-aside-gone = Sie sind hier allein: Gehen Sie zurück.
room-says-left-alone-gone = Sie sind hier allein. Bleiben Sie, solange Sie möchten.
room-says-left-outside = { $name } hat das Gespräch beendet: Niemand hört Sie jetzt.
room-private-leave = Zurück in den Kreis
room-private-debrief = Zurück in die Nachbesprechung
room-private-end = Dieses Gespräch beenden
room-private-agree = Einverstanden, dass { $name } dazukommt
room-says-returning = Alle kommen gerade zurück.
room-says-returning-waits = Alle kommen gerade zurück. Die Uhr wartet.
room-says-leader-returning = Die Verbindung zur Leitung ist unterbrochen. Die Uhr wartet, bis sie zurück ist.
room-says-no-leader = Von der Leitung ist niemand da. Die Uhr wartet.
room-says-heard-soon = Von der Leitung ist niemand da. In { $seconds } s werden alle gehört, auch { $name }.
room-says-heard-soon-you = Von der Leitung ist niemand da. In { $seconds } s werden alle gehört, auch Sie.
room-says-suspended = Von der Leitung ist niemand da. Bis jemand von ihr zurück ist, werden alle im Kreis gehört.
room-says-presenter-missed = Die vorstellende Person ist nicht da. Die Uhr wartet.
room-says-speaker-missed = Die Verbindung zu { $name } ist unterbrochen. Das Wort wartet so lange.
seen = Wer was sieht
seen-title = Wer da ist, und wer was von Ihnen sieht
seen-here = Jetzt im Kreis
seen-all = Alle im Kreis sehen
seen-all-name = Ihren Namen, Ihren Platz und Ihre Rolle, und Ihr Bild, solange die Kamera an ist.
seen-all-voice = Wann Sie sprechen, wann Ihr Mikrofon aus ist und wann Ihre Verbindung unterbrochen ist.
seen-all-hand = Ihre gehobene Hand und an welcher Stelle sie steht; dass Sie nebenan sind; dass Sie früher gehen müssen, wenn Sie es allen sagen.
seen-leaders = Die Leitung sieht außerdem
seen-leaders-link = Wie gut Ihre Verbindung ist: gut, schwach oder sehr schwach.
seen-leaders-voice = Ob Ihr Mikrofon einen Ton bringt, und seit wie vielen Minuten Sie still sind.
seen-leaders-unspoken = Wenn sie es wissen will: dass Sie in dieser Phase noch nicht gesprochen haben.
seen-leaders-words = Ihre leisen Worte, bis jemand aus der Leitung sie ablegt.
seen-leaders-turn = Auf die Sekunde, seit wann Sie das Wort haben.
seen-leaders-cases = Wie viele Fälle Sie vorgestellt haben, in diesem Treffen und in früheren der Gruppe; und, bei gehobenen Händen, wer am seltensten das Wort hatte.
seen-leaders-coming = Dass Sie gesagt haben, nicht kommen zu können, falls es so ist.
seen-nobody = Niemand sieht, wen Sie nennen, wenn die Gruppe wählt, oder was sonst auf Ihrem Computer offen ist.
room-word = Ein leises Wort
room-word-stands = Wort gesagt
room-word-seen = Wort gelesen
room-word-leaders = Nur an die Leitung
room-word-leaders-text = Sonst erfährt niemand, dass Sie etwas gesagt haben.
room-word-all = An alle
room-word-all-text = Alle im Kreis sehen es.
room-word-waiting = Die Leitung liest es, sobald sie da ist.
room-word-bring_me_back = Bitte holen Sie mich zurück
room-word-return = Holt die Leitung Sie nicht innerhalb von { $seconds } s zurück, können Sie von sich aus zurückkommen.
room-word-need_a_pause = Ich brauche eine Pause
room-word-said-bring_me_back = Der Leitung gesagt: Bitte holen Sie mich zurück
room-word-said-need_a_pause = Der Leitung gesagt: Ich brauche eine Pause
room-case-offer = Ich habe einen Fall
room-case-withdraw = Mein Angebot zurückziehen
room-audience-accept = Ich bin mit dem Publikum einverstanden
room-name-one = Nennen Sie, wen Sie hören möchten
room-named = Genannt: { $name }. Ändern
room-name-one-title = Wen möchten Sie hören?
room-name-one-text = Niemand sieht, wen Sie nennen, und es wird nicht gezeigt, wie viele Stimmen jemand hat. Bis die Wahl geschlossen ist, können Sie es sich anders überlegen.
room-name-myself = Mich selbst
room-parts-give = Rollen verteilen
room-parts-title = Wer spielt was?
room-parts-text = Ein Hilfs-Ich spielt jemanden oder etwas aus der Geschichte. Ein Doppel spricht neben der Hauptperson. Wer eingeladen ist, darf ablehnen.
room-part-invited = eingeladen: { $part }
room-part-take = Annehmen
room-part-decline = Ablehnen
room-part-off = Meine Rolle ablegen
room-plate = Wer oder was ist es?
room-plate-of = Schild von { $name }
room-plate-put = Anstecken
room-scene-stop = Szene anhalten
room-says-frozen = Die Szene ist angehalten.
room-outer = Außenkreis
room-inner = Innenkreis
room-outer-count = Außenkreis, { $count }
room-turn-end = Ich bin fertig
room-push-back = Stuhl wieder zurücksetzen
room-self-hide = Eigenes Bild ausblenden
room-self-show = Eigenes Bild zeigen
room-close = Schließen
room-language-text = Die Seite öffnet sich dafür neu, und Ihr Platz bleibt.
room-language-microphone = Die Seite öffnet sich dafür neu, und Ihr Platz bleibt; schalten Sie dann Ihr Mikrofon wieder ein.
room-leave = Gehen
room-leave-title = Nur kurz oder ganz?
room-leave-title-now = Die Sitzung verlassen?
room-leave-text = Wenn Sie ganz gehen, verlässt Ihr Stuhl den Kreis.
room-leave-text-waiting = Sie können kurz weggehen: Mikrofon und Kamera gehen aus, und Sie warten weiter hier. Wenn Sie ganz gehen, öffnen Sie Ihren Link, um wiederzukommen, und warten, bis man Sie einlässt.
room-leave-text-leader = Wenn Sie ganz gehen, geht die Sitzung ohne Sie weiter.
room-leave-text-last = Von der Leitung ist sonst niemand da. Wenn Sie ganz gehen, leitet niemand: Die Uhr wartet, und in der Regel nach einer Minute werden alle im Kreis gehört, auch wer sich zurückgesetzt hat.
room-leave-text-nobody = Von der Leitung ist sonst niemand da. Wenn Sie ganz gehen, leitet niemand, bis jemand von ihr zurück ist.
room-leave-text-debrief = Von der Leitung ist sonst niemand da. Wenn Sie ganz gehen, endet die Sitzung fünf Minuten später von selbst, auch für alle, die ihre Seite noch offen haben.
room-leave-presents = Sie stellen vor: Wenn Sie ganz gehen, endet Ihr Fall und kommt nicht mit Ihnen zurück.
room-leave-text-out = Sie können kurz weggehen: Mikrofon und Kamera gehen aus, Sie hören niemanden, und alle sehen, dass Sie nebenan sind. Ihr Platz bleibt Ihnen.
room-leave-stay = Bleiben
room-leave-step-out = Kurz weggehen
room-leave-pause = Wer leitet, bleibt, solange die Uhr läuft: Um wegzugehen, machen Sie zuerst eine Pause.
room-leave-pause-first = Wer leitet, bleibt, solange die Uhr läuft: Um wegzugehen, machen Sie zuerst eine Pause, oder lassen Sie jemand anderen die Leitung übernehmen.
room-leave-tell = Nur der Leitung sagen, dass ich früher gehen muss
room-leave-now = Sitzung verlassen
room-sound-blocked = Ihr Browser wartet auf eine Berührung, bevor er Ton abspielt.
room-sound-on = Ton einschalten
room-draining = Der Server wird gerade angehalten. Lassen Sie diese Seite offen: Wird er wieder gestartet, geht die Sitzung weiter, wo sie war.
room-draining-rehearsal = Die Probe wird gerade angehalten.
room-waiting-title = Willkommen, { $name }
room-waiting-title-nameless = Willkommen
room-waiting-text = Die Sitzung hat noch nicht begonnen. Die Leitung lässt Sie ein.
room-waiting-running = Die Sitzung hat begonnen. Die Leitung lässt Sie ein, wenn es passt.
room-waiting-closed = Der Kreis ist geschlossen: Nur die Leitung ist noch da. Sie können diese Seite schließen.
room-waiting-unheard = Sie brauchen nichts zu tun. Diese Seite öffnet den Kreis von selbst.
room-ended-title = Die Sitzung ist zu Ende
room-ended-text = Weder Ton noch Bild davon wurde aufgezeichnet.
room-ended-asks-aggregate = Vom Verlauf kann etwas bleiben: Summen, ohne Namen. Bitte sehen Sie sie an: Bis { $time } können Sie Nein sagen. Wer nichts sagt, ist einverstanden; niemand erfährt, wer was gesagt hat.
room-ended-asks-seat_timeline = Vom Verlauf kann etwas bleiben: welcher Platz wann sprach, ohne Namen. Bitte sehen Sie es an und sagen Sie bis { $time } Ja oder Nein. Wer nichts sagt, stimmt nicht zu; dann bleiben nur Summen.
room-ended-kept-aggregate = Vom Verlauf kann etwas bleiben: Summen, ohne Namen. Bitte sehen Sie sie an: Einige Stunden lang können Sie Nein sagen; bis wann, steht auf der nächsten Seite. Wer nichts sagt, ist einverstanden; niemand erfährt, wer was gesagt hat.
room-ended-kept-seat_timeline = Vom Verlauf kann etwas bleiben: welcher Platz wann sprach, ohne Namen. Bitte sehen Sie es an und sagen Sie Ja oder Nein; bis wann, steht auf der nächsten Seite. Wer nichts sagt, stimmt nicht zu; dann bleiben nur Summen.
room-ended-kept-rehearsal = Nach einer wirklichen Sitzung kann vom Verlauf etwas bleiben, und wer dabei war, kann Nein sagen. Bitte sehen Sie an, was das wäre. Von dieser Probe bleibt nichts: Alles wird vernichtet, wenn sie gestoppt wird, was auch immer jemand antwortet.
room-ended-making = Vom Verlauf kann etwas bleiben. Es wird gerade zusammengestellt; gleich können Sie es ansehen.
room-ended-agreed = Sie haben zugestimmt, dass aufbewahrt wird, welcher Platz wann sprach. Bis { $time } können Sie das zurücknehmen. Ein Nein zu allem geht vor, wer auch immer es gesagt hat.
room-ended-over = Vom Verlauf kann etwas bleiben. Die Stunde, bis zu der Sie antworten können, ist vorbei; einige Minuten lang zählt eine Antwort noch.
room-ended-look = Noch einmal ansehen
room-ended-close = Sie können diese Seite schließen.
room-ended-close-then = Danach können Sie diese Seite schließen.
room-ended-rehearsal = Das war eine Probe. Wenn inzwischen eine neue gestartet wurde, öffnen Sie die Links, die sie anzeigt. Sonst drücken Sie in dem Fenster, in dem diese gestartet wurde, Strg-C, und starten sie noch einmal (make run oder restarea demo).
room-stopped-title = Die Probe ist zu Ende
room-stopped-text = Sie wurde in dem Fenster angehalten, in dem sie gestartet worden war, und nichts davon bleibt. Eine neue (make run) zeigt ihre eigenen Links an. Sie können diese Seite schließen.
room-keeping-nothing = Nichts wird aufgezeichnet
room-keeping-aggregate = Aufbewahrt: Summen, keine Namen
room-keeping-seat_timeline = Aufbewahrt: welcher Platz wann sprach, wenn danach alle zustimmen; keine Namen
room-keeping-together = Zusammen mit den früheren Bögen dieser Gruppe
room-rehearsal = Probe
room-rehearsal-faster = Probe: Phasen laufen { $times }-mal so schnell
room-ended-record = Ansehen und entscheiden
room-later-record = Was davon bleibt: hier zwanzig Stunden lang, sobald die Leitung sie beendet hat
room-later-rehearsal = Was von einer Sitzung bliebe: hier, sobald die Leitung diese Probe beendet hat
room-ended-certificate = Teilnahmebescheinigung
room-later-certificate = Teilnahmebescheinigung: hier, wenn die Leitung beendet hat
room-ended-feedback = Einige Fragen beantworten, in einer Minute und ohne Namen
room-ended-groups = Ihre Gruppen und ihre nächsten Treffen
room-ended-hours = Was Sie geleitet haben
room-later-feedback = Einige Fragen, ohne Namen: hier, wenn die Leitung beendet hat
room-left-title = Sie sind gegangen
room-left-text = Die Gruppe macht weiter. Um wiederzukommen, gehen Sie noch einmal hinein, von hier oder über Ihren Link, und warten, bis man Sie einlässt.
room-left-again = Wiederkommen
room-left-closed = Der Kreis ist geschlossen. Danke, dass Sie dabei waren. Sie können diese Seite schließen.
room-leader-left-title = Sie sind nicht mehr im Kreis
room-leader-left-text = Ihr Platz im Kreis ist frei. Solange niemand von der Leitung da ist, wartet die Uhr. Um wiederzukommen, gehen Sie noch einmal hinein, von hier oder über Ihren Link: Niemand muss Sie einlassen.
room-leader-left-closed = Ihr Platz ist frei, und der Kreis ist geschlossen. Solange die Sitzung nicht beendet ist, können Sie wiederkommen, von hier oder über Ihren Link.
room-leader-left-group = Das Treffen lässt sich auch auf der Seite Ihrer Gruppe öffnen.
room-removed-title = Sie sind nicht mehr in dieser Sitzung
room-removed-text = Die Leitung hat Ihren Platz darin geschlossen, und in dieser Sitzung öffnet er sich nicht wieder. Wenn Sie das für ein Versehen halten, schreiben Sie Ihrer Leitung wegen der nächsten.
room-turned-away-title = Sie wurden nicht eingelassen
room-turned-away-text = Die Leitung hat Sie an der Tür abgewiesen und kann das nicht zurücknehmen. Wenn Sie das für ein Versehen halten, schreiben Sie Ihrer Leitung wegen der nächsten Sitzung.
room-replaced-title = Der Raum ist in einem anderen Fenster offen
room-replaced-text = Sie sind jetzt dort; hier wird nichts gehört, gesehen oder gesendet. Schließen Sie dieses Fenster, oder machen Sie stattdessen hier weiter. Ist das andere auf einem anderen Gerät, öffnen Sie dafür hier noch einmal Ihren Link.
room-replaced-again = Lieber hier weitermachen
room-outdated-title = Diese Seite ist veraltet
room-outdated-text = Der Server wurde erneuert, seit Sie sie geöffnet haben. Öffnen Sie sie noch einmal; Ihr Platz bleibt Ihnen.
room-outdated-again = Noch einmal öffnen
room-loading = Das Pult wird geladen.
room-unloaded = Das Pult, oder dieser Teil davon, ließ sich nicht laden. Der Raum geht weiter; um zu beginnen und zu leiten, versuchen Sie es noch einmal.
room-unloaded-again = Noch einmal versuchen
room-no-place-title = Dieser Browser hat hier keinen Platz
room-no-place-text = Öffnen Sie den Link, den Ihnen Ihre Leitung geschickt hat. War nur der Server einen Moment weg, kehrt diese Seite von selbst zurück.
room-outside-title = Für Sie ist die Sitzung zu Ende
room-outside-text = Danke, dass Sie dabei waren. Die Leitung spricht jetzt unter sich: Niemand hört Sie, und Sie hören sie nicht.
room-outside-text-out = Danke, dass Sie dabei waren. Wer von der Leitung noch da ist, ist gerade nebenan. Niemand hört Sie, und Sie hören niemanden.
room-outside-text-alone = Danke, dass Sie dabei waren. Von der Leitung ist jetzt niemand da. Kommt niemand von ihr zurück, endet die Sitzung von selbst, fünf Minuten nachdem die Letzten gegangen sind.
room-outside-stay = Bleiben Sie auf dieser Seite: Jemand von der Leitung kann zu Ihnen kommen.
room-outside-word = Wenn Sie etwas nicht loslässt, sagen Sie es: Nur die Leitung liest es, und jemand von ihr kann hier zu Ihnen kommen.
room-outside-word-alone = Wenn Sie etwas nicht loslässt: Was Sie hier sagen, wird nur gelesen, wenn jemand von der Leitung vor dem Ende zurückkommt. Warten Sie nicht darauf, wenden Sie sich auch außerhalb dieser Seite an Ihre Leitung.

## Das Pult der Leitung

second-title = Ihr Pult
second-text = Hier hört und sieht man nichts: Im Raum sind Sie auf Ihrem anderen Bildschirm.
second-unheard = Im Raum hört Sie im Moment niemand. Wenn Sie das nicht möchten, sehen Sie auf Ihrem anderen Bildschirm nach. Das Pult geht hier weiter.
second-replaced-title = Das Pult ist hier geschlossen
second-replaced-text = Es wurde im Raum geschlossen oder auf einem anderen Bildschirm geöffnet. Um es hier zu haben, öffnen Sie es am Pult im Raum noch einmal.
second-replaced-again = Hier noch einmal versuchen
second-no-place-title = Das Pult ist hier nicht mehr offen
second-no-place-text = Gehen Sie zum Pult im Raum und öffnen Sie es noch einmal auf einem anderen Bildschirm.
second-left-title = Sie sind nicht im Kreis
second-left-text = Sobald Sie auf Ihrem anderen Bildschirm wieder im Raum sind, ist das Pult auch hier wieder da.
desk-title = Das Pult der Leitung
desk-open = Pult öffnen
desk-close = Pult schließen
desk-at-rest = Ihre Seite ist nicht verbunden: Nichts, was Sie drücken, kommt an.
desk-waiting-count = { $count ->
    [one] 1 wartet
   *[other] { $count } warten
  }
desk-offers-count = { $count ->
    [one] 1 Fall angeboten
   *[other] { $count } Fälle angeboten
  }
desk-hands-count = { $count ->
    [one] 1 Hand
   *[other] { $count } Hände
  }
desk-time-of = { $passed } von { $planned }
desk-over-by = { $planned } + { $time } darüber
desk-paused-for = Pause seit { $time }
desk-waiting-for = wartet auf { $name }
desk-waiting-leader = wartet auf die Leitung
desk-next-begin = Sitzung beginnen
desk-next-arrival = Zum Ankommen
desk-next-case_call = Fragen, wer einen Fall hat
desk-next-presentation = Fallvorstellung beginnen
desk-next-questions = Rückfragen eröffnen
desk-next-discussion = Gruppenarbeit beginnen
desk-next-return = „{ $phase }“ beenden: Referent·in kommt zurück
desk-next-return-out = „{ $phase }“ beenden
desk-next-return-here = Referent·in das Wort geben
desk-next-joint_discussion = Gemeinsames Gespräch eröffnen
desk-next-closing = Abschluss beginnen
desk-next-stories = Geschichten beginnen
desk-next-follow_up = Nach früheren Fällen fragen
desk-next-choice = Die Gruppe wählen lassen
desk-next-seating = Die Kreise besetzen
desk-next-casting = Rollenverteilung beginnen
desk-next-scene = Szene beginnen
desk-next-de_roling = Rollen ablegen lassen
desk-next-fantasies = Fantasien beginnen
desk-next-hypotheses = Hypothesen beginnen
desk-next-suggestions = Vorschläge beginnen
desk-next-reflection = Nachdenken beginnen
desk-next-review = Rückblick beginnen
desk-next-leaving = Abschied beginnen
desk-next-another-case = Noch ein Fall: fragen, wer einen hat
desk-next-named = Weiter: { $phase }
desk-next-debrief = Kreis schließen: Die Leitung bleibt zur Nachbesprechung
desk-next-end = Sitzung beenden …
desk-next-resumes = { $step } · Pause endet
desk-presenter-pushes-back = { $step } (Referent·in setzt sich zurück)
desk-presenter-comes-back = { $step } (Referent·in kommt zurück)
desk-skip-to = Gleich zu: { $phase }
desk-skip-title = Ohne „{ $left }“
desk-way-on = Ohne Fall: { $phase }
desk-again = Noch einmal: { $phase }
desk-nobody-in = Noch ist niemand eingelassen. Lassen Sie jemanden ein, dann beginnen Sie.
desk-blocked-choose = Wählen Sie zuerst, wer vorstellt.
desk-blocked-no-offer = Noch hat niemand einen Fall angeboten.
desk-blocked-choice = Schließen Sie zuerst die Wahl der Gruppe.
desk-blocked-no-presenter = Es stellt niemand mehr vor.
desk-blocked-accept = Wer vorstellt, hat dem Publikum noch nicht zugestimmt.
desk-go-back-first = Sie sind nebenan: Zuerst zurückgehen.
desk-step-back = Zurück zu: { $phase } …
desk-step-back-title = Zurück zu „{ $phase }“?
desk-step-back-text = { $time ->
    [none] Jene Phase beginnt neu.
   *[other] Jene Phase beginnt neu, mit { $time } wie am Anfang.
} Diese wird abgebrochen: Gehen Sie später wieder zu ihr, beginnt auch sie neu, und die Sitzung endet später. Erhobene Hände und wer gerade das Wort hat, fallen weg.
desk-step-back-pushes = { $name } sitzt dann wieder zurückgesetzt und wird nicht gehört.
desk-step-back-without = Es stellt niemand mehr vor: Jene Phase läuft ohne, und das Wort hat die Gruppe.
desk-step-back-returns = { $becomes ->
    [waits] { $name } sitzt dann nicht mehr zurückgesetzt und wird gehört, sobald das Wort an { $name } geht.
   *[heard] { $name } sitzt dann nicht mehr zurückgesetzt: Die Gruppe hört { $name } sofort.
}
desk-step-back-no = Nein, hier bleiben
desk-step-back-yes = Zurückgehen
desk-undo = Rückgängig: zurück zu { $phase }
desk-undo-extend = Rückgängig: { $time }
desk-exceeded = Länger, als dieses Format vorsieht: höchstens { $time }.
desk-pause = Pause
desk-resume = Weiter
desk-extend = + { $minutes } Min.
desk-extend-seconds = + { $seconds } s
desk-recall = Zurückholen, weitermachen
desk-recall-paused = Zurückholen
desk-recall-text = { $becomes ->
    [waits] Referent·in ist sofort wieder im Kreis und wird gehört, sobald das Wort an sie oder ihn geht: nacheinander. Diese Phase geht weiter.
   *[heard] Referent·in ist sofort wieder im Kreis und wird gehört. Diese Phase geht weiter.
}
desk-push-back = Stuhl zurücksetzen
desk-word-distress = { $name } fühlt sich nicht wohl und bittet um ein Gespräch
desk-word-leave_early = { $name } muss früher gehen
desk-word-noted = Notiert
desk-word-seen = { $word ->
    [bring_me_back] Gelesen: gleich
   *[other] Gelesen: vorerst weiter
}
desk-word-set-aside = Ablegen
desk-word-distress-steps = Eine Person der Leitung geht mit ihr nach nebenan; die anderen hören nichts davon. Machen Sie vorerst weiter, erfährt sie, wer es gelesen hat, und diese Karte bleibt.
desk-word-distress-waiting = Diese Person wartet vor der Tür und hört nichts vom Kreis. Um mit ihr zu sprechen, lassen Sie sie ein. Machen Sie vorerst weiter, erfährt sie, wer es gelesen hat, und diese Karte bleibt.
desk-word-seen-text = { $word ->
    [bring_me_back] Diese Person weiß, dass { $name } es gelesen hat. Es bleibt hier, bis sie wieder im Kreis ist.
    [distress] Diese Person weiß, dass { $name } es gelesen hat. Es bleibt hier, bis Sie mit ihr nach nebenan gehen oder es ablegen; auch das erfährt sie.
   *[other] Diese Person weiß, dass { $name } es gelesen hat. Es bleibt hier, bis Sie pausieren oder es ablegen; auch das erfährt sie.
}
desk-word-seen-by = gelesen von { $name }
desk-presenter-missed = Die Verbindung zu { $name } ist unterbrochen
desk-presenter-out = { $name } ist nebenan
desk-presenter-awaited = Die Uhr wartet auf die Person, die vorstellt.
desk-presenter-overdue = Die Uhr wartet noch. Sie können weitermachen oder den Fall schließen.
desk-go-on = Weiter, ohne zu warten
desk-close-case = Fall schließen
desk-close-case-title = Diesen Fall schließen?
desk-close-case-text = Die Gruppe geht gleich zum Abschluss über. Das lässt sich nicht zurücknehmen.
desk-close-case-no = Nein, warten
desk-close-case-yes = Fall schließen
desk-quorum = { $present ->
    [one] Von den Teilnehmenden ist nur eine Person da; gebraucht werden { $needed }.
   *[other] Von den Teilnehmenden sind nur { $present } da; gebraucht werden { $needed }.
  }
desk-quorum-last = Sonst wird niemand mehr erwartet.
desk-quorum-why = Diese Arbeitsweise ist für so viele gedacht; ob es weitergeht, entscheiden Sie.
desk-quorum-inner = { $present ->
    [one] Im Innenkreis sitzt eine Person; er arbeitet mit { $needed } oder mehr.
   *[other] Im Innenkreis sitzen { $present }; er arbeitet mit { $needed } oder mehr.
  }
desk-you-lead = Jetzt leiten Sie.
desk-leads = { $name } leitet.
desk-leads-out = { $name } leitet und ist nebenan. Um die Pause zu beenden, übernehmen Sie die Leitung oder warten Sie.
desk-take-lead = Leitung übernehmen
desk-private-open = Zusammen nach nebenan
desk-private-pause-open = Pause machen und zusammen nach nebenan
desk-private-open-brief = Nach nebenan
desk-private-pause-open-brief = Pause, nebenan
desk-private-other-leader = { $name } kann mit nach nebenan gehen, während Sie weitermachen.
desk-private-others = Nebenan: { $names }.
desk-private-ask = Bitten, dazuzukommen
desk-private-asked = Sie haben gebeten, dazuzukommen.
desk-private-pause = Um dazuzukommen, machen Sie zuerst eine Pause: Solange die Uhr läuft, bleibt, wer leitet.
desk-private-left = Allein nebenan: { $names }.
desk-private-inside = Sie sind nebenan mit { $names }. Sonst hört und sieht Sie niemand.
desk-private-aside = Sie sind nebenan. Niemand hört oder sieht Sie.
desk-gate-hard-round = Nur wer an der Reihe ist, wird gehört; die Leitung immer.
desk-gate-hard-silent = Nur die Leitung wird gehört.
desk-word-bring_me_back = { $name } bittet: Holen Sie mich zurück
desk-word-returns-in = Auch ohne Sie kann { $name } in { $seconds } s zurückkommen.
desk-word-returns-now = { $name } kann jetzt von sich aus zurückkommen.
desk-presenter-left = { $name } hat die Sitzung verlassen.
desk-came-alone = { $name } ist von sich aus zurück.
desk-word-need_a_pause = { $name } bittet um eine Pause
desk-ago = nur an die Leitung, vor { $time }
desk-ago-all = an alle, vor { $time }
desk-waiting = Im Warteraum
desk-admit = Einlassen
desk-admit-all = Alle { $count } einlassen
desk-awaited = Noch nicht da: { $names }
desk-declined = Abgesagt: { $names }
desk-uninvited = Ohne Link zu diesem Treffen: { $names }. Auf der Seite der Gruppe können Sie einen weitergeben.
desk-turn-away = Abweisen
desk-turn-away-title = { $name } abweisen?
desk-turn-away-text = Diese Person wird nicht eingelassen, und ihre Seite sagt es. Das lässt sich nicht zurücknehmen. Wo die Gruppe einen gemeinsamen Link hat, könnte sie damit noch einmal anklopfen: Lassen Sie sie dann nicht ein.
desk-turn-away-no = Nein, weiter warten lassen
desk-turn-away-yes = { $name } abweisen
desk-offers = Angebotene Fälle
desk-offers-none = Noch keiner. Stille gehört dazu.
desk-choose = Wählen
desk-chosen = stellt vor
desk-said-aloud = Jemand anderes stellt vor …
desk-said-aloud-title = Wer stellt vor?
desk-said-aloud-text = Für alle, die laut gesagt haben, dass sie einen Fall mitbringen. Die Person erfährt, dass sie vorstellt, und kann den Fall jederzeit zurücknehmen.
desk-presented = { $count ->
    [one] hat heute schon einmal vorgestellt
   *[other] hat heute schon { $count }-mal vorgestellt
  }
desk-presented-earlier = { $count ->
    [0] bei früheren Treffen kein Fall
    [one] bei früheren Treffen 1 Fall
   *[other] bei früheren Treffen { $count } Fälle
  }
desk-presented-least = hat am seltensten vorgestellt
desk-favour-least = Bei mehreren Angeboten: eher, wer am seltensten vorgestellt hat.
desk-choice = Die Wahl der Gruppe
desk-choice-named = { $count ->
    [0] Noch hat niemand jemanden genannt.
    [one] 1 Person hat jemanden genannt.
   *[other] { $count } Personen haben jemanden genannt.
  }
desk-choice-chosen = Gewählt ist { $name } und darf ablehnen.
desk-choice-close = Wahl schließen
desk-prompts = Für diese Phase
desk-scene = Rollen
desk-scene-empty = Noch ist keine Rolle vergeben.
desk-scene-stop = Szene anhalten
desk-scene-on = Weiterspielen
desk-scene-frozen = Die Szene ist angehalten. Alle, die mitspielen, werden weiter gehört.
desk-scene-swap = Rollentausch …
desk-scene-swap-title = Mit wem tauscht { $name } die Rolle?
desk-scene-swap-text = Die Rollen wechseln, die Plätze bleiben. Wer keine Rolle hat, übernimmt sie, und { $name } schaut zu.
desk-scene-takes-over = übernimmt die Rolle
desk-scene-off = Rolle ablegen
desk-round-next = Noch zu fragen: { $names }
desk-round-last = Danach sind alle gefragt.
desk-round-over = Alle sind gefragt worden.
desk-round-again = Noch eine Runde
desk-whisper = Zum Flüstern halten
desk-whisper-on = Sie flüstern
desk-whisper-text = Solange Sie halten, hört Sie nur { $names }; danach ist Ihr Mikrofon aus.
desk-whisper-nobody = Gerade kann Sie sonst niemand aus der Leitung hören.
desk-whisper-unheard = Ihr Mikrofon ist nicht zu gebrauchen: Niemand würde Sie hören.
desk-whisper-lost = Jetzt hört Sie niemand: Sonst ist niemand aus der Leitung erreichbar. Sobald Sie loslassen, ist Ihr Mikrofon aus.
desk-whisper-lost-short = Ihr Flüstern hört niemand mehr.
desk-whisper-over = Das Flüstern ist vorbei, und Ihr Mikrofon ist aus.
desk-places = Innen- und Außenkreis
desk-inner-count = Innenkreis, { $count }
desk-outer-count = Außenkreis, { $count }
desk-to-outer = In den Außenkreis
desk-to-inner = In den Innenkreis …
desk-to-inner-now = In den Innenkreis
desk-to-inner-title = Wohin setzt sich { $name }?
desk-empty-chair = Auf den leeren Stuhl
desk-instead-of = Anstelle von { $name }
desk-hand-up = Hand erhoben
desk-floor = Wort und Hände
desk-hands-none = Keine Hand ist erhoben.
desk-hand = { $place }. { $name }
desk-hand-lower = Senken
desk-hint = bisher am seltensten gesprochen
desk-grant = Wort geben
desk-turn-of = { $name } hat das Wort
desk-turn-end = Beitrag beenden
desk-link-weak = Netz schwach
desk-link-very-weak = Netz sehr schwach
desk-link-of = { $name }: { $link }
desk-muted = Mikrofon aus
desk-no-sound = Mikrofon ohne Ton
desk-one-at-a-time = Eine Stimme nach der anderen
desk-gate-soft-nobody = Im Innenkreis sitzt noch niemand: Nur die Leitung wird gehört.
desk-gate-soft-inner = Aus: Der Innenkreis wird gehört. Hat jemand das Wort, zeigt es der Raum.
desk-gate-soft = Aus: Alle werden gehört. Hat jemand das Wort, zeigt es der Raum.
desk-gate-hard-open = Der Server gibt alle weiter.
desk-gate-hard-queue = Nur wer das Wort hat, wird gehört; die Leitung immer.
desk-gate-hard-presenter = Nur wer vorstellt, wird gehört; die Leitung immer.
desk-gate-hard-asker_and_presenter = Nur wer fragt und wer vorstellt, wird gehört; die Leitung immer.
desk-gate-hard-leaders = Nur die Leitung wird gehört.
desk-gate-cast = Nur wer mitspielt, wird gehört; die Leitung immer.
desk-gate-outer = Aus dem Außenkreis wird nur gehört, wer das Wort hat; die Leitung immer.
desk-gate-phase = Bis zum Ende dieser Phase.
desk-plan = Ablauf des Falls
desk-optional = (kann entfallen)
desk-left-out = entfallen
desk-plan-past = { $count ->
    [one] Eine Phase davor
   *[other] { $count } Phasen davor
}
desk-ends-about = Der Kreis schließt sich gegen { $time } Uhr.
desk-circle = { $out ->
    [0] Im Kreis: { $count }
   *[other] Im Kreis: { $count }, außerhalb: { $out }
  }
desk-circle-leaders = Die Leitung, unter sich
desk-speaks = spricht
desk-silent = seit { $minutes } min still
desk-remove = Hinausweisen
desk-on = { $act ->
    [admit] Einlassen: { $name }
    [refuse] Abweisen: { $name }
    [choose] Wählen: { $name }
    [lower] Senken: Hand von { $name }
    [grant] Wort geben: { $name }
    [rename] Ändern: Name { $name }
    [free] Platz freigeben: { $name }
   *[remove] Hinausweisen: { $name }
}
desk-removing = Hinausweisen …
desk-removing-done = Niemanden hinausweisen
desk-remove-title = { $name } hinausweisen?
desk-remove-text = Diese Person hört und sieht nichts mehr von der Sitzung, und ihr Platz darin öffnet sich nicht wieder: Das lässt sich nicht zurücknehmen. Das nächste Treffen steht ihr offen. Wo die Gruppe einen gemeinsamen Link hat, könnte sie damit noch einmal anklopfen: Lassen Sie sie dann nicht ein.
desk-remove-presents = { $name } stellt vor: Der Fall endet damit.
desk-remove-no = Nein, alles lassen, wie es ist
desk-remove-yes = { $name } hinausweisen
desk-free = Platz freigeben
desk-free-title = Den Platz von { $name } freigeben?
desk-free-text = Die Verbindung ist verloren, und diese Person ist nicht da. Ihr Platz verlässt den Kreis. Sie kann mit ihrem Link wiederkommen und setzt sich dann wieder.
desk-free-no = Nein, alles lassen, wie es ist
desk-free-yes = Den Platz von { $name } freigeben
desk-end = Sitzung beenden …
desk-end-title = Die Sitzung für alle beenden?
desk-end-text = Ton und Bild enden für alle, auch für die Leitung. Das lässt sich nicht zurücknehmen.
desk-end-early = Die Sitzung hat noch nicht begonnen.
desk-end-talk = Auch ein Gespräch nebenan endet: { $names }.
desk-end-waiting = Noch ohne Antwort von Ihnen: { $names }.
desk-end-no = Nein, weitermachen
desk-end-yes = Sitzung beenden
desk-own = Für Sie selbst
desk-own-marks = Vermerke
desk-own-notes = Notizen
desk-own-hint = ein Hinweis
desk-own-names = Namen
desk-own-keys = Tasten
desk-own-screen = ein anderer Bildschirm
desk-marks = Was Sie tun, um den Rahmen zu halten
desk-marks-text = Drücken Sie, was Sie gerade getan haben: Es wird nach Phasen gezählt. Jetzt sieht es nur die Leitung; die Anzahl steht im Bogen, den am Ende alle lesen. Nichts sagt, wer es vermerkt hat. Mehr Zeit und ein Zurückholen zählen von selbst.
desk-mark-times = { $mark }, { $count }-mal in dieser Phase
desk-marked = Vermerkt: { $mark }
desk-mark-back = Zurücknehmen
desk-notes = Notizen
desk-notes-text = Sie bleiben in diesem Browser, sonst bekommt sie niemand. Wer diesen Browser benutzt, kann sie lesen.
desk-notes-unkept = Dieser Browser behält nichts: Diese Notizen sind mit der Seite fort.
desk-notes-forget = Nach der Sitzung löschen
desk-notes-forget-text = An ihrem Ende, wenn Sie dann im Raum sind, sonst mit der ersten Sitzung, die in diesem Browser einen Tag nach Ihrem letzten Wort oder später geöffnet wird.
desk-notes-delete = Notizen löschen
desk-unspoken = Zeigen, wer noch nicht gesprochen hat
desk-unspoken-text = Für Sie allein, und nirgends aufbewahrt. Schweigen ist kein Fehler.
desk-unspoken-names = In dieser Phase noch nicht: { $names }
desk-unspoken-none = In dieser Phase haben alle gesprochen.
desk-unspoken-unknown = Für diese Phase nicht bekannt: Der Server wurde seit ihrem Beginn neu gestartet.
desk-naming = Einen Namen ändern …
desk-naming-done = Keinen Namen ändern
desk-name = Ändern
desk-name-title = Wie heißt { $name } hier?
desk-name-text = Alle sehen es sofort. Ein Vorname oder Initialen, kein voller Name.
desk-name-label = Name
desk-name-yes = Namen ändern
desk-name-no = Nein, so lassen
desk-name-whole = vielleicht ein voller Name
desk-second = Auf einem anderen Bildschirm …
desk-second-title = Das Pult auf einem anderen Bildschirm
desk-second-text = In einem eigenen Fenster oder auf Ihrem Telefon. Sie bleiben hier im Raum, mit Ton und Bild; dort ist das Pult allein.
desk-second-window = In einem eigenen Fenster
desk-second-device = Auf einem Telefon oder anderen Gerät
desk-second-code = QR-Code, der das Pult öffnet
desk-second-read = Richten Sie die Kamera des Telefons darauf. Er öffnet das Pult ein einziges Mal, innerhalb von { $minutes } Minuten, und führt zu nichts anderem. Zeigen Sie ihn niemandem: Wer ihn öffnet, leitet.
desk-second-here = Diese Adresse führt nur zu diesem Computer: Ein Telefon erreicht sie nicht. Öffnen Sie sie hier in einem anderen Fenster; sie öffnet das Pult ein einziges Mal, innerhalb von { $minutes } Minuten. Für ein Telefon braucht der Server einen Namen und HTTPS.
desk-second-address = Oder tippen Sie diese Adresse ein
desk-second-copy = Kopieren
desk-second-copied = Kopiert.
desk-second-open = Das Pult ist auch auf einem zweiten Bildschirm.
desk-second-close = Dort schließen
desk-keys = Tasten …
desk-keys-title = Die Tasten des Pults
desk-keys-text = Für jeden Handgriff eine Taste, zum Flüstern gehalten. Sie tun nichts, während Sie schreiben oder ein Dialog offen ist. Keine Taste beendet die Sitzung, weist jemanden ab oder hinaus.
desk-keys-on = Einzelne Tasten
desk-keys-is-on = An. In diesem Browser gemerkt.
desk-keys-is-off = Aus. In diesem Browser gemerkt.
desk-keys-shown = Tasten auf den Knöpfen zeigen
key-next = Der nächste Schritt
key-other = Zu den anderen Wegen
key-undo = Letzten Schritt oder mehr Zeit rückgängig machen
key-step-back = Zurückgehen …
key-pause = Pause, weiter
key-extend = Mehr Zeit
key-push-back = Zurücksetzen; zurückholen, weitermachen
key-admit = Wartende einlassen
key-cases = Zu den angebotenen Fällen
key-close-choice = Wahl der Gruppe schließen
key-give-turn = Der ersten Hand das Wort geben
key-lower-hand = Die erste Hand senken
key-end-turn = Das Wort beenden
key-one-at-a-time = Eine Stimme nach der anderen
key-round = Alle noch einmal fragen
key-whisper = Flüstern, solange sie gehalten wird
key-scene = Szene anhalten, weiter
key-parts = Rollen geben …
key-players = Zu den Rollen
key-places = Zu den beiden Kreisen
key-answer = Zu dem, was auf Antwort wartet
key-lead = Leitung übernehmen
key-notes = Zu Ihren Notizen
key-unspoken = Wer noch nicht gesprochen hat
key-names = Einen Namen ändern …
key-second = Das Pult auf einem anderen Bildschirm, und dort schließen
key-mark-back = Den letzten Vermerk zurücknehmen
key-help = Diese Tasten

## Absagen, in einfachen Worten

code-session_ended = Die Sitzung ist zu Ende.
code-not_begun = Die Sitzung hat noch nicht begonnen.
code-already_begun = Die Sitzung hat schon begonnen.
code-not_allowed = Das geht jetzt nicht.
code-conflict = Jemand war schneller, und es hat sich etwas geändert: Ihr Druck hat nichts bewirkt. Sehen Sie erst, wie es jetzt steht.
code-done_already = Das ist eben schon geschehen.
code-no_such_seat = Diesen Platz gibt es nicht mehr.
code-not_waiting = Diese Person wartet nicht mehr.
code-not_seated = Diese Person ist nicht im Kreis.
code-not_missed = Diese Person ist da, oder war es eben noch.
code-session_full = Alle Plätze im Kreis sind besetzt.
code-not_a_case_call = Fälle werden nur angeboten, wenn danach gefragt wird.
code-not_offered = Dieser Fall wird nicht mehr angeboten.
code-no_presenter = Es stellt niemand vor.
code-pushed_back = Nicht, solange jemand zurückgesetzt ist.
code-not_pushed_back = Niemand ist zurückgesetzt.
code-no_such_phase = Diese Phase gibt es nicht.
code-phase_not_optional = Diese Phase kann nicht entfallen.
code-no_clock = Diese Phase hat keine Uhr.
code-out_of_bounds = Das ist zu lang oder zu kurz.
code-paused = Die Sitzung macht schon Pause.
code-not_paused = Die Sitzung macht keine Pause.
code-no_turns_here = Hier wird das Wort nicht einzeln vergeben.
code-no_turn = Dieser Beitrag ist schon zu Ende.
code-no_round = Hier gibt es keine Runde.
code-stepped_out = Erst wenn zurück ist, wer nebenan ist.
code-not_in_private = Nebenan ist niemand.
code-no_word = Darauf wurde schon geantwortet.
code-no_choice = Noch wurde niemand genannt.
code-no_more = Diese Phase gab es schon so oft, wie die Arbeitsweise es erlaubt.
code-not_accepted = Wer vorstellt, hat dem Publikum noch nicht zugestimmt.
code-no_circles = Diese Arbeitsweise hat nur einen Kreis.
code-circle_full = Der Innenkreis ist voll.
code-no_cast = In dieser Phase gibt es keine Szene.
code-not_invited = Sie sind zu keiner Rolle eingeladen.
code-not_kept = Vom Verlauf dieser Sitzung wird nichts aufbewahrt; es gibt nichts, wofür etwas vermerkt werden könnte.
code-no_mark = In dieser Phase ist nichts vermerkt.
code-too_late = Das lässt sich nicht mehr rückgängig machen.
code-too_fast = Das war zu schnell. Warten Sie einen Augenblick.
code-draining = Der Server startet neu. Versuchen Sie es gleich noch einmal.
code-not_saved = Der Server konnte das nicht speichern; es hat sich nichts geändert. Versuchen Sie es noch einmal.
code-unreachable = Auf „{ $what }“ hat der Server nicht geantwortet. Sehen Sie nach, ob es geschehen ist.
code-unsent = Nicht gesendet, denn die Verbindung ist unterbrochen: „{ $what }“. Warten Sie, bis sie wieder da ist, und sehen Sie dann, wie es steht.
code-was_unsent = Die Verbindung ist wieder da. „{ $what }“ wurde nicht gesendet.
code-unanswered = Die Verbindung brach ab, bevor die Antwort kam: „{ $what }“. Sobald sie wieder da ist, lesen Sie hier, falls es nicht geschehen ist.
code-lapsed = „{ $what }“ kam zu spät an und wurde nicht ausgeführt. Drücken Sie noch einmal, wenn Sie es weiterhin möchten.
asked = { $step ->
    [begin] Sitzung beginnen
    [end] Sitzung beenden
    [advance] Weiter: { $phase }
    [step_back] Zurück zu: { $phase }
    [undo_step] Rückgängig: zurück zu { $phase }
    [undo_extend] Rückgängig: mehr Zeit
    [pause] Pause
    [resume] Weiter nach der Pause
    [extend] { $name }
    [push_back] Stuhl zurücksetzen
    [recall] Zurückholen, weitermachen
    [choose_presenter] { $name } wählen
    [set_floor] Eine Stimme nach der anderen
    [grant_turn] { $name } das Wort geben
    [end_turn] Beitrag beenden
    [admit] { $name } einlassen
    [remove] Den Platz von { $name } schließen
    [raise_hand] Hand heben
    [lower_hand] Hand senken
    [offer_case] Einen Fall anbieten
    [withdraw_offer] Den Fall zurückziehen
    [tell_leaders] Ein Wort an die Leitung
    [leave] Sitzung verlassen
   *[other] Ihr letzter Druck
}
code-noted = Die Leitung hat notiert, was Sie ihr gesagt haben.
code-seen = { $word ->
    [bring_me_back] { $name } hat Ihr Wort gelesen: gleich.
   *[other] { $name } hat Ihr Wort gelesen und macht vorerst weiter.
}
code-stepped_away = Mikrofon und Kamera sind aus, und Ihr Platz bleibt Ihnen. Schalten Sie sie wieder ein, wenn Sie zurück sind.
code-came_alone = Sie sind von sich aus wieder im Kreis: Die Leitung hatte Sie nicht zurückgeholt.
code-outside_again = Die Leitung ist zurück, und Sie sitzen wieder zurückgesetzt: Die Gruppe hört Sie nicht.
code-restored = Solange von der Leitung niemand da war, wurden alle im Kreis gehört, auch wer vorstellt. Jetzt ist es wie zuvor: Wer vorstellt, sitzt zurückgesetzt und hört zu.
code-hand_gone = Neue Phase: Ihre Hand ist unten. Heben Sie sie wieder, wenn Sie möchten.
code-other = Das hat nicht geklappt. Es hat sich nichts geändert; versuchen Sie es noch einmal.

## Die Arbeitsweisen, gezeichnet

format-drawing = Die Phasen von „{ $name }“
format-minutes = { $min } bis { $max } Min., meist { $typical }
format-no-clock = ohne Uhr
format-floor-open = Alle haben das Wort
format-floor-queue = Nach erhobenen Händen
format-floor-round = Eine Runde
format-floor-presenter = Das Wort hat, wer vorstellt
format-floor-asker_and_presenter = Eine Person fragt; wer vorstellt, antwortet
format-floor-leaders = Das Wort hat die Leitung
format-floor-silent = Stille
format-hard = vom Server gewahrt
format-heard-cast = Nur wer mitspielt, wird gehört
format-heard-outer = Aus dem Außenkreis eine Stimme nach der anderen
format-within-leaders = Die Leitung unter sich
format-stance-back_visible = Referent·in zurückgesetzt
format-stance-back_hidden = Referent·in zurückgesetzt, nicht zu sehen
format-optional = kann entfallen
format-accept = Referent·in stimmt dem Publikum zu, oder nicht
format-casting = Rollen werden vergeben
format-group-chooses = die Gruppe wählt
format-again = bis zu { $most }-mal
format-who-leaders = Leitung
format-who-presenter = Referent·in
format-who-players = wer mitspielt
format-who-turn = wer das Wort hat
format-who-watchers = wer zuschaut
format-who-members = die anderen Teilnehmenden
format-who-observers = Beobachtende
format-who-outer = der Außenkreis

## Was `restarea demo` ausgibt

demo-arriving = Eine Übungsgruppe mit { $members } Personen kommt an. { $pace }
demo-goes-on = Die abgebrochene Probe geht weiter, mit denselben Personen auf ihren Plätzen. { $pace }
demo-goes-on-anew = { $words ->
    [none] Sie war ohne Optionen gestartet.
   *[other] Sie war gestartet mit { $words }.
 } Stattdessen eine andere: --anew ({ $typed }).
demo-goes-on-moved = Ihre Adresse ist jetzt eine andere: Offene Seiten finden sie nicht. Öffnen Sie die Links hier unten.
demo-pace-real = Die Phasen dauern so lange wie im Ernst; Sie gehen weiter, wann Sie möchten. Viermal so schnell: --speed=4 ({ $typed }).
demo-pace-faster = Eine Minute der Sitzung dauert { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
  }.
demo-pace-back = In wirklichem Tempo: --speed=1 ({ $typed }).
demo-beside = Eine Sitzung, die nicht beendet war, geht in den offenen Seiten weiter. Dies ist eine andere.
demo-beside-too = Eine zweite Sitzung, die nicht beendet war, geht ebenfalls weiter, in den Seiten, die offen sind.
demo-lead = zum Leiten
demo-lead-along = eine zweite Person, die ihn öffnet, leitet mit
demo-join = zum Teilnehmen
demo-open = Öffnen Sie einen der Links im Browser; für beide nehmen Sie beim zweiten ein privates Fenster. Strg-C beendet die Probe.
demo-keeps = Von dieser entsteht ein Verlaufsbogen, mit Summen: Wenn Sie sie beendet haben, führt die letzte Seite dorthin. Er lässt sich bis Strg-C ansehen; dann wird er vernichtet.
demo-record-left = Die abgebrochene Probe war zu Ende. Ihr Verlaufsbogen lässt sich noch ansehen: hier unten, in einem Browser, der dabei war.
demo-record-left-until = Strg-C vernichtet ihn; für eine neue starten Sie noch einmal.
demo-nothing-left = Die abgebrochene Probe war zu Ende, und von ihr ist nichts mehr da. Dies ist eine andere.
demo-over = Die Probe ist zu Ende. Drücken Sie Strg-C; für eine neue starten Sie noch einmal.
demo-over-keeps = Die Probe ist zu Ende. Sehen Sie sich zuerst ihren Verlaufsbogen an: Die letzte Seite im Browser führt dorthin. Dann drücken Sie Strg-C, das ihn vernichtet; für eine neue starten Sie noch einmal.
demo-destroyed = Von der Probe ist nichts geblieben, auch kein Verlaufsbogen.

## Was man empfängt

receive = Datenverbrauch
receive-room = Sprache, Daten
receive-save-short = Daten sparen
receive-audio-short = Nur Ton
receive-title = Sprache und Daten
receive-pictures = Was Sie empfangen
receive-text = Die Stimmen gehen immer vor. Wo Ihre Verbindung schwach ist, werden Bilder von selbst kleiner, dann weniger.
receive-all = Alle Bilder
receive-save = Daten sparen: nur das Bild der Person, die spricht
receive-audio = Nur Ton
receive-used = Bisher hat diese Seite { $megabytes } MB verbraucht.
weak-speaker = Stimmen zuerst: Sie sehen nur, wer spricht, sprach oder das Wort hat.
weak-voices = Stimmen zuerst: Sie hören alle, ohne Bilder.
weak-few = Stimmen zuerst: Sie hören Leitung, wer das Wort hat, und die lautesten.
weak-narrow = Stimmen zuerst: Ihr Bild wird kleiner gesendet.
weak-busy = Gerät auch ausgelastet: Schließen Sie anderes.
weak-busy-alone = Gerät ausgelastet: Schließen Sie anderes.
