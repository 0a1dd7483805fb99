### Restarea en français. Les mêmes messages, dans le même ordre, dans chaque langue.

## Pages simples du serveur

page-front-title = Une aire de repos pour médecins
page-front-text = Des groupes Balint se réunissent ici. Pour rejoindre le vôtre, ouvrez le lien que votre leader vous a envoyé.
page-missing-title = Cette page n’existe pas
page-missing-text = Ouvrez le lien que votre leader vous a envoyé. Il commence par l’adresse de ce site.
page-broken-title = Quelque chose n’a pas fonctionné ici
page-broken-text = C’est notre faute, pas la vôtre. Attendez un instant, puis rouvrez votre lien. Votre place est gardée.
page-needs-script = Cette page a besoin de JavaScript. Activez-le dans votre navigateur, puis rouvrez votre lien.
page-join-title = Entrer
page-room-title = La salle
page-refused-title = Ce lien ne vous permet pas d’entrer
page-refused-text = Le leader a fermé cette place. Si vous pensez à une erreur, joignez votre leader en dehors de cette page.
page-ended-title = Cette séance est terminée
page-ended-text = Merci d’avoir été là. Aucun son ni aucune image n’a été gardé, et les noms ont disparu.
page-soon-title = Un instant
page-soon-text = Le serveur s’arrête, ou ne peut pas répondre en ce moment. Cette page réessaie d’elle-même ; votre place est gardée. Si elle affiche une erreur, rouvrez-la plus tard.
page-unbuilt-title = Ce serveur n’est pas encore prêt
page-unbuilt-text = Ses pages n’ont pas été construites. La personne qui s’en occupe en trouvera la raison avec « restarea doctor ».
page-front-form = Le groupe se réunit par le son et l’image. Le serveur tient la forme de la séance : à qui est la parole, et quand la personne qui présente s’est mise en retrait.
page-front-heard = Quand on ne doit ni vous entendre ni vous voir, rien de vous n’est transmis.
page-front-lead = Vous animez un groupe : identifiez-vous
page-front-kept = Ni son ni image n’est enregistré. Une fois la séance terminée, les noms ne peuvent plus être lus.
page-languages = Langues
page-own-name = Français

## Ce qu’une pression a fait

said-saved = C’est enregistré.
said-made = Le groupe est créé. Prévoyez ici ses réunions.
said-whole-names = { $count ->
    [one] Ceci ressemble à un nom complet : { $names }. Un prénom ou des initiales suffisent ici.
   *[other] Ceux-ci ressemblent à des noms complets : { $names }. Des prénoms ou des initiales suffisent ici.
  }
said-new-address = { $count ->
    [one] { $names } a une nouvelle adresse : les messages y vont désormais, et les liens envoyés à l’ancienne n’ouvrent plus rien. Pour joindre cette personne avant le prochain rappel, envoyez un nouveau lien depuis la page de la réunion.
   *[other] Ces personnes ont une nouvelle adresse : { $names }. Les messages y vont désormais, et les liens envoyés aux anciennes n’ouvrent plus rien. Pour les joindre avant le prochain rappel, envoyez de nouveaux liens depuis la page de la réunion.
  }
said-same-addresses = { $count ->
    [one] L’adresse de { $names } est aussi celle d’une autre personne : qui la lit reçoit les liens des deux. Si c’est voulu, laissez-la ; sinon, corrigez-la.
   *[other] Les adresses de ces personnes sont aussi celles d’autres : { $names }. Qui les lit reçoit les liens de toutes. Si c’est voulu, laissez-les ; sinon, corrigez-les.
  }
said-staying = { $count ->
    [one] Une réunion déjà prévue garde son horaire.
   *[other] { $count } réunions déjà prévues gardent leur horaire.
  }
said-hours = { $count ->
    [0] Aucune réunion n’a été déplacée : quelque chose a changé depuis que vous avez ouvert la page.
    [one] Une réunion a été déplacée.
   *[other] { $count } réunions ont été déplacées.
  }
said-passed-gone = Celle du { $day } n’a pas été déplacée : elle a été annulée ou ouverte entre-temps.
said-passed-moved = Celle du { $day } n’a pas été déplacée : elle, ou l’heure du groupe, a été changée entre-temps.
said-passed-there = Celle du { $day } n’a pas été déplacée : une autre réunion est prévue à cette date.
said-no-meeting = La réunion que vous cherchez est terminée, ou n’est plus prévue.
said-planned = La réunion est prévue. Personne n’est encore invité.
said-there = Une réunion est déjà prévue à cette date : c’est celle-ci. Rien n’a été changé.
said-series = { $count ->
    [0] Aucune réunion n’a été ajoutée : depuis que vous avez regardé la page, ces dates ont été prévues, laissées de côté ou changées.
    [one] Une réunion est prévue.
   *[other] { $count } réunions sont prévues.
 }
said-left-out = { $count ->
    [one] Une date est laissée de côté.
   *[other] { $count } dates sont laissées de côté.
 }
said-moved = La réunion est déplacée.
said-not-moved = La réunion est déjà à cette heure : rien n’a changé.
said-cancelled = La réunion est annulée.
said-letters = { $count ->
    [one] Un courriel part maintenant.
   *[other] { $count } courriels partent maintenant.
 }
said-no-letters = Aucun courriel ne part.
said-revoked = Le lien est retiré.
said-removed = Le groupe est supprimé.
said-apart = Les relevés sont désormais gardés séparés.
said-share-ended = Le lien vers les relevés ne mène plus nulle part.
said-off = Le relevé n’est plus parmi les vôtres.
said-erased = C’est effacé.
said-passkey-added = La clé d’accès est ajoutée. Vous pouvez désormais vous identifier avec elle.
said-passkey-removed = La clé d’accès est retirée. Vos autres navigateurs sont déconnectés.
said-away = L’accès est retiré.
said-signed-out = Vous êtes déconnecté.
said-refused = Votre refus est noté : à l’heure ci-dessous, le relevé sera détruit. Cela n’est dit que maintenant, à personne d’autre ; le redire n’y change rien. Ce qui est écrit plus bas reste comme avant, pour vous comme pour tout le monde.
said-refused-over = Votre refus est noté : d’ici quelques minutes, dès que le serveur y arrive, le relevé sera détruit. Cela n’est dit que maintenant, à personne d’autre ; le redire n’y change rien. Ce qui est écrit plus bas reste comme avant, pour vous comme pour tout le monde.
said-refused-rehearsal = Votre refus est bien arrivé. Dans une répétition, il ne change rien ; après une vraie séance, le relevé serait détruit à son heure. Cela n’est dit que maintenant, à personne d’autre.

## Ce qui est gardé d’une séance : vu par tous ceux qui étaient là, avant toute autre personne

page-record-title = Ce qui est gardé de cette séance
record-rehearsal-title = Ce qui serait gardé d’une séance
page-record-text = Du déroulement, ceci et rien d’autre : ni son, ni parole, ni nom, ni jour.
record-recognised = Qui était là peut reconnaître la séance.
page-record-text-voices = D’une réunion dont un fichier dit quelle voix a parlé quand, du premier mot au dernier.
record-sums = Il ne dit pas quel participant a parlé combien. Il dit en revanche combien de temps la personne qui expose et les leaders ont parlé.
record-sums-few = Avec si peu de participants, qui était là peut y lire qui a parlé combien. Il dit aussi combien de temps la personne qui expose et les leaders ont parlé.
record-seats = Il dit quelle place a parlé quand, avec des numéros tirés au sort pour lui seul : il est pseudonyme, pas anonyme. Qui connaît le groupe peut reconnaître qui est qui : dans une expérience, { $found_again } places sur 100 ont été retrouvées dans le relevé suivant du groupe.
record-seats-few = Il dit quelle place a parlé quand, avec des numéros tirés au sort pour lui seul : il est pseudonyme, pas anonyme. Avec si peu de participants, chacun sait qui est qui.
page-earlyrecord-title = La séance n’est pas encore terminée
page-earlyrecord-text = Dès que les leaders l’auront terminée, vous verrez ici pendant vingt heures ce qui en est conservé, et pourrez refuser. Si personne ne la termine, elle est abandonnée après un jour et rien n’en est gardé, car personne n’aurait pu le regarder et refuser.
page-earlyrehearsal-title = La répétition n’est pas encore terminée
page-earlyrehearsal-text = Dès que les leaders l’auront terminée, vous verrez ici ce qui serait gardé d’une séance. De cette répétition, rien ne reste : tout est détruit quand on l’arrête.
page-unendedrecord-title = Rien n’est gardé : personne n’a terminé cette séance
page-unendedrecord-text = Ce qui est gardé d’une séance est montré quand ses leaders la terminent, pour que tous ceux qui étaient là puissent le regarder et refuser. Celle-ci n’a jamais été terminée, et personne n’aurait pu le faire : au bout d’un jour elle a été abandonnée, sans relevé. La prochaine fois, terminez la séance depuis le pupitre.
page-makingrecord-title = Un instant
page-makingrecord-text = La séance est terminée, et le relevé de ce qui en est gardé est en préparation. Cette page réessaie d’elle-même.
page-norecord-title = Il n’y a pas de relevé ici
page-norecord-text = Il ne devait pas y en avoir, ou l’heure est passée jusqu’à laquelle ceux qui étaient là pouvaient le voir ici. À cette heure, il a été gardé, ou détruit parce que quelqu’un a dit non : personne n’apprend ici lequel des deux.
record-until = Jusqu’au { $time }, toute personne qui était là peut dire non. Si quelqu’un le fait, rien n’en est gardé : le relevé est détruit à cette heure-là, et personne n’apprend qui l’a dit. Si ce serveur restait arrêté plus longtemps d’ici là, l’heure serait reculée, et indiquée ici.
record-until-over = L’heure jusqu’à laquelle toute personne qui était là peut dire non, le { $time }, est passée. Ce serveur n’y est pas encore arrivé : après un démarrage, il attend dix minutes. Ensuite le relevé est gardé, ou, si quelqu’un a dit non, détruit, et personne n’apprend qui l’a dit. D’ici là, une réponse compte encore.
record-becomes = Ce qu’il devient
record-rehearsal = Ceci est une répétition : ce qui en est gardé peut être regardé jusqu’à ce qu’on l’arrête, et est alors détruit. Après une vraie séance, toute personne qui était là a vingt heures pour dire non.
record-hurried = Cette répétition est allée { $times } fois plus vite qu’une séance, et les durées indiquées ici sont les siennes, par pas de cinq secondes. Une durée prévue peut donc différer de quelques secondes de celle du pupitre ; celles d’une ou deux secondes sont dites « < 3 s » ; et les parts des participants, pour lesquelles il faut cinq minutes de travail à la montre et une minute de parole des participants, peuvent manquer. À l’allure réelle, tout est comme en vrai.
record-rehearsal-trainer = Vous avez animé ici. Après une vraie séance, les leaders trouvent le relevé, une fois gardé, avec leur groupe ou parmi les leurs, et peuvent le placer à côté d’autres. D’une répétition, rien ne reste. Pour voir une telle page, enregistrez le relevé avec le lien ci-dessus, puis, en ligne de commande :
record-rehearsal-months = Et plusieurs mois d’un groupe qui n’a jamais existé, côte à côte :
record-rehearsal-bar = Une répétition : quoi qu’on réponde ici, tout est détruit quand on l’arrête.
record-rehearsal-agrees = Qui est d’accord n’a rien à faire.
record-bar-silent = Jusqu’au { $time } : si vous êtes d’accord, il n’y a rien à faire.
record-bar-asks = Jusqu’au { $time } : ne rien dire, c’est ne pas être d’accord.
record-bar-agreed = Vous avez accepté qu’il soit gardé quelle place a parlé quand. Jusqu’au { $time }, vous pouvez revenir là-dessus.
record-bar-over = L’heure est passée ; pendant quelques minutes, une réponse compte encore. Ce que les autres ont répondu ne se montre pas ici.
record-bar-no = Un non à l’ensemble, dit par qui que ce soit, par vous peut-être, l’emporte sur tout le reste, et ne se montre ici à personne.
record-decide = Oui ou non
record-decide-no = Dire non
record-until-short = Jusqu’au { $time }
record-over-short = L’heure est passée
record-rehearsal-short = Une répétition
record-kept-until = Si personne ne dit non, cela est gardé sur ce serveur jusqu’à fin { $month }, puis y est détruit.
record-kept = Si personne ne dit non, cela est gardé sur ce serveur jusqu’à ce que la personne qui le tient le détruise.
record-copies = Cela ne vaut pas pour les copies : les leaders peuvent l’emporter en fichiers et en images, et toute personne présente peut l’enregistrer ici.
record-together = Il est gardé avec les relevés précédents de ce groupe : ses leaders les voient côte à côte, et qui en détient plusieurs sait qu’ils viennent d’un même groupe.
record-shelf = Les personnes qui ont animé peuvent garder ce relevé parmi les leurs, de tous les groupes qu’elles animent. Cela a un prix : leurs relevés forment une suite de mois et de tailles, sans aucun nom de groupe, et qui sait ce qu’elles animent peut y reconnaître cette séance. Personne n’apprend ici si quelqu’un l’a fait.
record-shown = Les leaders peuvent le montrer en supervision, pour leur formation : par un lien qui prend fin, sans le nom d’une personne ni d’un groupe.
record-keep-text = Vous avez animé ici. Si personne ne refuse, vous pouvez avoir ce relevé parmi les vôtres ; vous les trouvez sur la page de vos groupes, sous « Mes relevés ». De là, rien ne mène au groupe.
record-keep-whose = Il s’agit des relevés de { $address }.
record-keep = Garder ce relevé parmi les miens
record-keeps = Vous le gardez : si personne ne refuse, il viendra parmi vos propres relevés.
record-keep-back = Ne pas le garder parmi les miens
record-keep-signin = Vous avez animé ici. Pour garder ce relevé parmi les vôtres, identifiez-vous comme leader dans ce navigateur, puis revenez à cette page.
record-veto = Je m’y oppose
record-veto-text = Il est alors détruit à cette heure-là, pour tout le monde, et ne peut pas être retrouvé. D’ici là, cette page reste la même pour chacun, pour vous aussi, afin que personne ne puisse deviner quand quelqu’un a dit non, ni qui. Un non ne peut pas être retiré. Que votre refus est arrivé est dit une fois, en haut de la page qui suit.
record-veto-text-over = Il est alors détruit, pour tout le monde, d’ici quelques minutes, dès que le serveur y arrive, et ne peut pas être retrouvé. D’ici là, cette page reste la même pour chacun, pour vous aussi, afin que personne ne puisse deviner quand quelqu’un a dit non, ni qui. Un non ne peut pas être retiré. Que votre refus est arrivé est dit une fois, en haut de la page qui suit.
record-veto-text-rehearsal = Après une vraie séance, il serait alors détruit à son heure, pour tout le monde, et cette page resterait jusque-là la même pour chacun. Une répétition n’a pas d’heure : ici, un non ne change rien, et tout est détruit quand on l’arrête. Que votre refus est arrivé est dit une fois, en haut de la page qui suit.
record-veto-yes = Je dis non
record-asks = Il dit quelle place a parlé quand, avec des numéros tirés au sort pour ce seul relevé. Qui connaît le groupe peut reconnaître qui est qui : dans une expérience, { $found_again } places sur 100 ont été retrouvées dans le relevé suivant du groupe. Il n’est donc gardé que si toutes les personnes présentes sont d’accord, ici et à temps. Ne rien dire, c’est ne pas être d’accord ; seuls les totaux sont alors gardés. Personne n’apprend qui a dit quoi.
record-asks-few = Il dit quelle place a parlé quand, avec des numéros tirés au sort pour ce seul relevé. Avec si peu de participants, chacun sait qui est qui. Il n’est donc gardé que si toutes les personnes présentes sont d’accord, ici et à temps. Ne rien dire, c’est ne pas être d’accord ; seuls les totaux sont alors gardés. Personne n’apprend qui a dit quoi.
record-agree = Je suis d’accord
record-agree-back = Je ne suis plus d’accord
record-minutes = Minutes et secondes, chaque temps arrondi à part, à cinq secondes : les sommes peuvent différer de quelques secondes, et 0:00, c’est moins de 3 secondes, et pas forcément rien.
record-phase = Phase
record-planned = Prévu
record-actual = Durée
record-leaders = Parole des leaders
record-presenter = Parole du présentateur
record-members = Parole des participants
record-members-apart = Parole des participants, hors qui présentait
record-overlap = Plusieurs voix à la fois
record-everyone = Parole de tout le monde
record-silence = Silence
record-whole = La séance entière
record-whole-voices = La réunion entière
record-setting = Temps et cadre
record-measured = Le groupe au travail
record-shares = Parts de parole des participants
record-shares-voices = Les parts des voix dans ce qui a été dit
record-shares-none = Non donné : { $why }
record-listed = { $before } ; { $then }
record-untold-few = moins de cinq participants
record-untold-few-voices = moins de cinq voix
record-untold-short = moins de cinq minutes de travail
record-untold-short-voices = moins de cinq minutes
record-untold-little = les participants ont parlé moins d’une minute en tout
record-untold-little-voices = moins d’une minute de parole
record-untold-floor = moins de trois participants ont pris la parole
record-untold-floor-voices = moins de trois voix ont pris la parole
record-untold-quiet = moins de trois participants ont parlé
record-untold-quiet-voices = moins de trois voix
record-untold-either = moins de cinq minutes de travail, moins d’une minute de parole des participants, ou moins de trois participants qui ont parlé
record-untold-either-voices = moins de cinq minutes, moins d’une minute de parole, ou moins de trois voix
record-untold-unmeasured = personne n’a mesuré qui parlait
record-untold-unheard = aucun participant n’a été entendu
record-untold-said = moins d’une minute de parole en tout
record-leader-share = Part des leaders dans toute la parole
record-silence-kept = Part de la mise en retrait où le présentateur s’est tu
record-size = Participants
record-size-presented = Participants, y compris qui a présenté
record-voices = Personnes qui ont parlé
record-under_5 = au plus 4
record-5_to_8 = 5 à 8
record-9_to_12 = 9 à 12
record-13_to_16 = 13 à 16
record-over_16 = plus de 16
record-month = Mois
record-format = Déroulement
record-format-of = { $name }, version { $version }
record-unknown = Inconnu
record-led = Leaders et co-leaders
record-cases = Cas exposés
record-percentages = Les pourcentages sont calculés avant que les temps soient arrondis : pour des temps courts, ils en diffèrent.
record-overlap-note = Quand plusieurs parlent à la fois, cela compte pour chacun. La parole et le silence peuvent donc dépasser ensemble le temps de travail.
record-counts = Tous les nombres sont donnés ici, même inférieurs à cinq : les personnes présentes ont pu voir cette page même avant qu’elle soit gardée. Quand plusieurs séances sont mises côte à côte, ces nombres sont omis.
record-counts-before = Tous les nombres sont donnés ici, même inférieurs à cinq : vous voyez tout ce qui serait gardé. Quand plusieurs séances sont mises côte à côte, ces nombres sont omis.
record-file = Le tout, tel qu’il est gardé
record-file-rehearsal = Le tout, tel qu’il serait gardé
plot-title = Comment une séance s’est déroulée
plot-title-voices = Comment une réunion s’est passée
plot-svg = Chaque figure peut être enregistrée seule, comme image SVG, que les navigateurs et les programmes de présentation ouvrent. Cette page n’exécute aucun script, et ne fait donc pas d’image PNG ; qui a installé Restarea peut en faire une : { $command }
figure-course = Les phases, et qui y a parlé
figure-stacked = Les parties d’une barre suivent l’ordre de la légende : chacune est une somme, et elles ne disent pas ce qui est venu d’abord.
figure-lacks-not_begun = La séance n’a eu aucune phase.
figure-lacks-not_ended = Le serveur s’est arrêté au milieu de la séance : la suite n’est pas dans ce relevé.
figure-lacks-speech_not_measured = Personne n’a mesuré qui parlait : ce qui est à 0 ici n’est pas connu.
figure-lacks-measured_in_part = Le serveur, ou ce qui y mesure la parole, s’est arrêté en cours de séance et a repris. On ne sait pas qui a parlé juste avant (jusqu’à 11 secondes chaque fois), ni avant que la mesure reprenne : rien de ce temps n’est compté, pas même comme silence.
figure-lacks-no_speech = La parole a été mesurée, et personne n’a parlé.
figure-lacks-interventions_not_noted = Les leaders n’ont rien noté de ce qu’ils ont fait pour tenir le cadre : il n’y en a pas de figure. Le tableau donne ce que le déroulement montre de lui-même.
figure-unmarked = Les leaders n’ont rien noté de ce qu’ils ont fait pour tenir le cadre : il n’y en a pas de figure.
figure-lacks-hurried = Fait lors d’une répétition plus rapide que pour de vrai : ses durées ne sont pas celles d’une séance.
figure-lacks-roles_unknown = On ne sait pas qui a animé ni qui a présenté : toutes les voix comptent de la même façon.
figure-lacks-plan_unknown = On ne sait pas ce qui était prévu.
figure-not-known = inconnu
figure-leader = Leaders
figure-presenter = Présentation
figure-member = Participants
figure-everyone = Tout le monde, quel que soit le rôle
figure-silence = Silence
figure-apart = leaders entre eux, pause, non mesuré, ou trop court pour être donné
figure-share = Part
figure-table = Les chiffres en tableau
figure-reading = Comment lire ce dessin
figure-contents = Sur cette page
figure-short-course = Phases
figure-short-shares = Parts de parole
figure-short-held = Au fil du temps
figure-short-timeline = Qui a parlé quand
figure-short-seats = Qui après qui, par place
figure-short-followed = Qui après qui, par rôle
figure-short-by_phase = Prises de parole par phase
figure-short-turn_lengths = Prises de parole
figure-short-transfers = Pauses et chevauchements
figure-short-silences = Silences
figure-short-interventions = Gestes des leaders
figure-short-plans = Phases
figure-short-roles = Qui a parlé
figure-short-quiet = Silences
figure-short-evenly = Répartition
figure-short-turns = Prises de parole
figure-short-floor = Pauses et chevauchements
figure-short-after = Qui après qui
figure-percent = { $part } %
figure-hundredths = { $whole },{ $rest }
figure-planned = prévu
figure-planned-below = prévu, entre parenthèses là où cela variait
figure-planned-as = prévu { $time }
figure-under-step = < { $seconds } s
figure-course-at-once = Là où plusieurs ont parlé en même temps, la barre donne à chacun sa part en proportion ; la ligne en dessous dit combien chaque rôle a parlé.
figure-held = Les phases au fil du temps
figure-began-at = dès { $time }
figure-held-note = Quand chaque phase a commencé et fini, pauses comprises. Zéro est le début de la séance ; l’attente qui l’a précédée n’est pas dite. Le trait est là où elle aurait fini comme prévu.
figure-again = { $phase }, à nouveau
figure-held-began = Début
figure-held-measured = Le groupe au travail
figure-held-paused = En pause
figure-held-pauses = Pauses
figure-held-back = Mise en retrait
figure-held-pushed_back = Fois en retrait
figure-held-unheard = Voix non transmise
figure-held-links_lost = Connexions perdues
figure-by_phase = Les prises de parole, phase par phase
figure-by_phase-note = Combien de prises de parole ont commencé dans chaque phase. Le tableau donne aussi la part des leaders dans ce qui a été dit, et combien de temps plusieurs voix ont parlé à la fois.
figure-by_phase-runs-on = Une prise de parole qui se prolonge dans la phase suivante est comptée là où elle a commencé ; dans les durées, chaque phase en a sa part : on peut avoir beaucoup parlé dans une phase à 0 prise de parole.
figure-by_phase-little = « – » : dans cette phase, il y a eu moins d’une minute de parole, et la part des leaders ne dit pas grand-chose.
figure-timeline = Quelle place a parlé quand
figure-timeline-note = Là où se dresse un trait vertical commence la phase nommée en haut de ce trait.
figure-timeline-presented = Qui a présenté garde la couleur de la personne qui expose du début à la fin.
figure-timeline-differs = Ici, ce que certaines places ont dit (« A parlé ») et leurs barres diffèrent : les barres sont faites de pas de cinq secondes, et des paroles brèves peuvent n’en avoir aucune, ou une plus longue.
figure-timeline-sums = « A parlé », comme au bout de chaque ligne, est tout ce qui fut dit d’une place. Les barres sont faites de pas de cinq secondes et se poursuivent pendant les pauses de trois secondes au plus à l’intérieur d’une prise de parole (dans les relevés plus anciens, elles peuvent s’y interrompre) : elles peuvent donner plus ou moins.
figure-timeline-roles = « A parlé » est compté comme les sommes de la séance ; mais là, qui a présenté ne compte à ce titre que pendant son cas, et ici sa place a aussi ce qui fut dit avant et après, comme participant.
figure-timeline-steps = Dans ce relevé plus ancien, seules les barres disent combien de temps une place a parlé. Elles sont faites de pas de cinq secondes et peuvent donner plus ou moins que les sommes.
figure-timeline-imported = La réunion a été importée : chaque place est une voix du fichier, numérotée dans l’ordre de sa première parole, et personne n’a été consulté.
figure-timeline-counted = Prises de parole comptées : { $turns } ; barres : { $bars }. Ce qui a duré moins qu’un tel pas n’a souvent pas de barre et n’est que dans les sommes ; ou bien cela s’est étiré à un pas entier et a pu rejoindre ses voisines : des barres qui se touchent n’en font qu’une. Une barre trop courte pour être vue est dessinée un peu plus longue.
figure-timeline-none = Aucune barre n’est dessinée : personne n’a parlé d’affilée aussi longtemps qu’un pas de cinq secondes. Ce qui a été dit figure dans les totaux. Tours de parole comptés : { $turns }.
figure-stretches = Quand chaque place a parlé, en tableau
figure-stretches-when = De et à
figure-pseudonymous = Pseudonyme, pas anonyme : qui connaît le groupe peut reconnaître qui est qui.
figure-pseudonymous-few = Pseudonyme, pas anonyme : avec si peu de participants, chacun sait qui est qui.
figure-minute = { $minute } min
figure-seat = Place
figure-spoke = A parlé
figure-bars = Toutes ses barres
figure-bars-in = Barres : { $phase }
figure-presented = présentation
figure-seats = Qui a pris la parole après qui, place par place
figure-seats-note = Compté d’après qui a parlé quand, par pas de cinq secondes : ce qui dure moins n’y est pas, et le compte peut différer de celui par rôle.
figure-seats-note-voices = Compté d’après qui a parlé quand, par pas de cinq secondes : ce qui est plus court n’y est pas.
figure-seats-many = Qui a pris la parole après qui n’est pas dessiné place par place au-delà de { $most } places.
figure-points = La flèche va vers qui a parlé ensuite : plus elle est large, plus c’est fréquent. Le nombre dit combien de fois.
figure-points-begin = Une flèche va vers qui a parlé ensuite : plus elle est large, plus c’est fréquent ; son nombre dit combien de fois.
figure-drawn-of = Ce sont les { $ways } passages les plus fréquents sur { $all_ways } : { $least } fois ou plus.
figure-drawn-none = Aucun passage ne se détache assez des autres pour que quelques flèches le montrent.
figure-squares = Tous les passages : sur la ligne d’une place, combien de fois chaque autre a parlé ensuite.
figure-followed = Qui a pris la parole après qui, par rôle
figure-after = Après
figure-after-seat = Après la place
figure-count = Combien de fois
figure-figures = Chiffres : { $unit }.
figure-unit-time = minutes et secondes
figure-unit-part = pour cent de ce qui a été dit
figure-unit-time-part = pour cent du temps de travail, silence compris
figure-unit-mixed = de 0 à 1, ou pour cent
figure-unit-silences-mixed = pour cent, ou nombre de silences
figure-unit-turns = nombre de prises de parole
figure-unit-silences = nombre de silences
figure-unit-count = nombre de fois
figure-turn_lengths = Longueur des prises de parole
figure-turn_lengths-note = Une prise de parole va de son début à sa fin : les courtes pauses qu’elle contient, de 3 secondes au plus, en font partie. Après un silence plus long, la même voix commence une autre prise de parole.
figure-turn_lengths-0 = moins de 5 secondes
figure-turn_lengths-1 = 5 à 15 secondes
figure-turn_lengths-2 = 15 à 60 secondes
figure-turn_lengths-3 = 1 à 3 minutes
figure-turn_lengths-4 = plus de 3 minutes
figure-transfers = D’une voix à la suivante : pauses et chevauchements
figure-transfers-0 = chevauchement de plus d’1 seconde
figure-transfers-1 = chevauchement de ½ à 1 seconde
figure-transfers-2 = chevauchement de moins de ½ seconde
figure-transfers-3 = pause de moins de ½ seconde
figure-transfers-4 = pause de ½ à 1 seconde
figure-transfers-5 = pause de 1 à 3 secondes
figure-transfers-6 = pause de 3 secondes ou plus
figure-silences = Silences
figure-silences-note = Sont comptés ceux de plus de 3 secondes. « Silence », ailleurs sur cette page, est la somme de tous, même des plus courts : elle peut être grande là où aucun n’est compté ici.
figure-silences-note-phases = Un silence qui se prolonge dans la phase suivante est compté là où il a commencé ; dans les sommes, chaque phase en a sa part.
figure-silences-all = Tout le silence, même de moins de 3 secondes
figure-silences-0 = plus de 3 secondes
figure-silences-1 = dont plus de 10 secondes
figure-silences-2 = dont plus de 30 secondes
figure-shares = Parts de parole des participants
figure-shares-voices = Les parts des voix dans ce qui a été dit
figure-shares-note = Le trait est là où tous auraient parlé aussi longtemps.
figure-shares-presented = Qui a présenté compte ici parmi les participants, avec tout ce qu’il ou elle a dit, l’exposé compris.
figure-shares-nobodys = À qui sont ces parts n’est gardé nulle part.
figure-shares-nobodys-voices = À qui sont ces parts, le fichier le dit.
figure-shares-seats = De quelles places viennent ces parts se lit sous « Quelle place a parlé quand ».
figure-shares-rounded = Dans ce relevé plus ancien, chaque part est arrondie seule, en dixièmes, ou en tiers jusqu’à huit participants : 0 % est peu, et pas forcément rien, et leur somme n’est pas toujours 100 %.
figure-shares-most = Les { $count } qui ont le plus parlé
figure-shares-between = Les { $count } du milieu
figure-shares-least = Les { $count } qui ont le moins parlé
figure-shares-all = Tous les { $count }
figure-even-0 = Dans l’ensemble, les participants ont parlé pendant des temps proches.
figure-even-0-voices = Dans l’ensemble, les voix ont parlé pendant des temps proches.
figure-even-1 = Certains ont parlé plus longtemps que d’autres.
figure-even-1-voices = Certaines voix ont parlé plus longtemps que d’autres.
figure-even-2 = Certains ont parlé bien plus longtemps que d’autres.
figure-even-2-voices = Certaines voix ont parlé beaucoup plus longtemps que d’autres.
figure-even-3 = Quelques participants ont tenu l’essentiel de la parole.
figure-even-3-voices = Quelques voix ont dit l’essentiel.
figure-gini = Gini { $gini }, équitabilité { $evenness } (quand tous parlent aussi longtemps, Gini vaut 0 et l’équitabilité 1) : cela décrit comment la parole s’est répartie, ce n’est pas une note.
figure-gini-close = moins de 0,03
figure-evenness-close = plus de 0,97
figure-even-steps = Ces deux valeurs sont données par pas de 0,05.
figure-interventions = Ce qui a été fait pour tenir le cadre
compare-title = Séances côte à côte
example-all = Un exemple : ce groupe n’existe pas, et personne n’y était.
example-some = Certains viennent de l’exemple : ce groupe n’existe pas, et personne n’y était.
compare-text = Comment se sont passées plusieurs séances. Aucun son, aucun mot, aucun nom, aucun jour.
compare-plans = Durée de chaque phase
compare-plans-note = Le trait est là où la phase aurait fini comme prévu.
compare-own-scales = Chaque cadre a sa propre échelle.
compare-other-scales = Les pourcentages ont une même échelle ; chaque autre cadre a la sienne.
compare-lane = Colonne claire : le plus possible.
compare-roles = Qui a parlé, par rôle
compare-roles-note = Qui présente compte comme tel pendant son cas, et comme participant avant et après. Les voix simultanées comptent une fois, en proportion.
compare-quiet = Les silences, à chaque séance
compare-quiet-note = La part du temps est celle de tout le silence, même de moins de 3 secondes ; sont comptés les plus longs.
compare-silence_share = Part de silence
compare-over_3_s = Silences de plus de 3 s
compare-over_10_s = Dont plus de 10 s
compare-over_30_s = Dont plus de 30 s
compare-evenly = Comment la parole s’est répartie
compare-evenly-note = Gini 0 et équitabilité 1 : tous les participants ont parlé aussi longtemps ; qui a présenté en fait partie, avec tout ce qu’il ou elle a dit, l’exposé compris. Réciprocité 1 : chacun est suivi aussi souvent par ceux à qui il succède. Cela décrit les séances, ce n’est pas une note.
compare-evenly-steps = Gini et équitabilité sont donnés par pas de 0,05 : 0,00 veut dire moins de 0,03 et 1,00 plus de 0,97.
compare-evenly-voices = D’une réunion importée, Gini et équitabilité sont ceux de toutes les voix, y compris de qui la menait ; d’une séance, ceux des seuls participants. Ils ne disent donc pas la même chose.
compare-gini = Gini
compare-evenness = Équitabilité
compare-reciprocity = Réciprocité
record-reciprocity = Réciprocité (1 quand chacun est suivi aussi souvent par ceux à qui il succède)
compare-leaders-part = Part des leaders
compare-turns = Les prises de parole, et leur longueur
compare-turns-all = Nombre de prises de parole
compare-turns-long = plus d’une minute
compare-floor = D’une voix à la suivante : pauses et chevauchements
compare-overlaps = chevauchement
compare-gaps = pause de ½ à 3 secondes
compare-after = Qui a pris la parole après qui
compare-after-leader = Un leader, ou après un leader
compare-after-presenter = Qui présente, ou après, sans leader
compare-after-member = Participants après participants
compare-after-note = Aller et retour ensemble, à partir de neuf : chaque prise de parole compte deux fois, neuf en sont donc au moins cinq. Chaque prise de parole, sauf la première, est venue après une autre : de chaque sens seul, un nombre petit pourrait se calculer à partir des autres.
compare-silence-kept = En retrait, sans parler
compare-other-kinds = Les autres gestes ensemble
compare-kinds-note = Un geste noté moins de cinq fois dans une séance y est compté parmi les autres. La page de chaque séance dit dans quelles phases.
compare-no-kinds-note = Aucun geste n’a été noté cinq fois dans une séance : tous sont donc comptés ensemble. La page de chaque séance dit lesquels, et dans quelles phases.
compare-count = Fois
compare-session = Séance
compare-session-planned = Séance : durée (prévue)
compare-under = moins de 5
compare-not-told = non donné
compare-few = non donné : moins de 5 participants
compare-little = non donné : moins d’une minute de parole en tout
compare-not-noted = non noté
compare-sign-under = moins de 5
compare-sign-not-told = non donné : { $why }
compare-reckoned = ce nombre ou un nombre voisin est inférieur à 5 et pourrait se calculer à partir des autres
compare-reckoned-turns = ce nombre ou un nombre voisin est inférieur à 9, si bien qu’il peut y avoir eu moins de 5 de ces prises de parole
compare-sign-not-noted = non noté : aucun leader n’a rien marqué
compare-sign-not-known = non connu
compare-sign-none = non mesuré, ou il n’y en a pas eu
compare-sign-measured_in_part = * Mesure partielle : le serveur s’est arrêté en cours de séance et a repris ; pendant quelques secondes, on ne sait pas qui a parlé, et ce qui s’est dit alors n’est compté nulle part.
compare-sign-hurried = † Relevé d’une répétition plus rapide que pour de vrai : ses durées ne sont pas celles d’une séance, et elle ne compte dans aucune étendue ni médiane des autres.
compare-gap = Ligne interrompue : il n’y a pas de relevé de ce mois.
compare-gap-long = Trois points : plusieurs mois sans relevé.
compare-many = De gauche à droite : une colonne par séance, avec les nombres de la première et de la dernière.
compare-columns = De gauche à droite : une colonne par séance.
compare-once = dans une séance : { $figure }
compare-always = toujours { $figure }
compare-of-all = de { $least } à { $most } · médiane { $middle }
compare-of-all-lower = de { $least } à { $most } · médiane basse { $middle }
compare-of-told = de { $count } indiqués : { $said }
compare-not-drawn = Non dessiné, car cela ne peut être donné pour aucune de ces séances : { $names }.
compare-nothing = Il n’y a rien à dessiner ici, d’aucune de ces séances.
compare-why = Pourquoi : { $why }.
compare-undrawn = Ce qui ne peut pas être dessiné
compare-alone = Les nombres inférieurs à cinq sont omis, et certains nombres voisins aussi.
compare-imported = D’une réunion importée, tous les nombres sont donnés : qui en a le fichier les connaît tous.
compare-twice = Tous les totaux de { $names } sont les mêmes : si ce sont les relevés d’une seule séance, elle compte ici plus d’une fois.
compare-of = { $count } séances
compare-of-months = { $count } séances, { $first } à { $last }
compare-rule = Les nombres inférieurs à cinq, et qui a parlé dans une séance de moins de cinq participants, ne sont pas donnés ici, ni les nombres voisins dont un tel nombre se déduirait. Des figures de plusieurs mois passent vite de main en main, et si peu de personnes y seraient reconnaissables. La page de chaque séance les donne, telle que les personnes présentes ont pu la voir avant qu’elle soit gardée.
compare-too-few = Il y a moins de deux relevés : rien ne peut encore être mis côte à côte.
compare-within-month = Les séances d’un même mois se suivent ici sans ordre dans le temps : nulle part il n’est noté laquelle était la première. Leurs lettres ne disent pas d’ordre non plus.
page-records-title = Relevés gardés ensemble
page-records-text = Comment se sont passées les séances de ce groupe, mois après mois. Aucun son, aucun mot, aucun nom, aucun jour.
records-of-group = Relevés gardés ensemble : { $group }
records-none = Aucun de vos groupes ne garde ses relevés ensemble. Cela se choisit à l’ouverture d’une réunion, et tout le monde dans la salle l’apprend.
records-waiting = Un relevé arrive ici quand sont passées les vingt heures où il peut être refusé.
records-groups = De quel groupe
records-each = Chaque séance
records-line = { $minutes ->
    [0] { $month } : { $format }, moins d’une minute, { $members } participants
    [one] { $month } : { $format }, { $minutes } minute, { $members } participants
   *[other] { $month } : { $format }, { $minutes } minutes, { $members } participants
}
records-format-own = un déroulement propre au groupe
records-damaged = { $count ->
    [one] Un relevé est endommagé et n’est pas montré.
   *[other] { $count } relevés sont endommagés et ne sont pas montrés.
 }
records-newer = { $count ->
    [one] Un relevé vient d’une version plus récente de ce logiciel et n’est pas montré tant que ce serveur ne l’a pas.
   *[other] { $count } relevés viennent d’une version plus récente de ce logiciel et ne sont pas montrés tant que ce serveur ne l’a pas.
 }
page-damagedrecord-title = Ce relevé est endommagé
page-damagedrecord-text = Il ne peut pas être montré. Prévenez la personne qui tient ce serveur : elle peut le détruire.
page-newerrecord-title = Ce relevé vient d’une version plus récente
page-newerrecord-text = Il est intact, mais le logiciel de ce serveur est trop ancien pour le lire. Prévenez la personne qui tient ce serveur : après la mise à jour, le relevé sera montré.
records-of = Une séance de { $month }
records-of-none = Une séance
records-back = Tous les relevés de ce groupe
records-away = À emporter
records-away-hint = Le serveur note quel relevé a été emporté et quel jour, avec un numéro opaque pour vous et aucun nom.
records-as-zip = ZIP : tous les formats, avec un lexique
records-as-csv = CSV : une ligne par phase
records-as-json = JSON : le relevé lui-même
records-print = Imprimer
records-zip-lacks = Sur ce serveur, un ZIP contient tous les formats sauf { $formats } : la personne qui le tient n’a pas installé ce qu’il faut pour les écrire. Le ZIP le dit aussi.
records-choose = Choisir : { $line }
records-away-chosen = Les relevés choisis en un ZIP
records-away-all = Tous les relevés en un ZIP
records-away-several-hint = Le ZIP contient tous les formats, avec un lexique. Le serveur note quels relevés ont été emportés et quel jour, avec un numéro opaque pour vous et aucun nom.
records-none-chosen = Aucune séance n’est choisie. Veuillez cocher celles que vous voulez emporter, ou les emporter toutes.
records-few-chosen = Une seule séance ne se met pas côte à côte : veuillez en cocher deux ou plus. Les voici toutes.
records-no-chosen = Aucune séance n’a été choisie. Cochez-en deux ou plus pour ne voir que celles-là ; les voici toutes.
records-compare = Côte à côte
records-compare-chosen = Montrer les relevés choisis côte à côte
records-compare-all = Les montrer tous
records-not-made = Cela n’a pas pu être fait à l’instant. Veuillez réessayer.
records-being-made = En préparation…
records-figure-as = { $figure }, en { $format }
page-myrecords-title = Mes relevés
page-myrecords-text = Comment se sont passées des séances que vous avez animées, de tous vos groupes, mois après mois. Aucun son, aucun mot, aucun nom, aucun jour, et aucun groupe.
myrecords-none = Rien encore. Quand quelque chose est gardé d’une séance que vous avez animée, la page où chacun le voit vous propose pendant vingt heures de le garder parmi les vôtres. Il arrive ici quand ces heures sont passées et que personne n’a refusé.
myrecords-hours = Quand vous avez animé, et combien d’heures, se trouve ailleurs. De là, rien ne mène à ces relevés :
myrecords-off = Le retirer de mes relevés
page-ownoff-title = Retirer ce relevé des vôtres ?
page-ownoff-text = Il ne peut pas revenir dans votre liste, et les liens par lesquels vous le partagez ne le montrent plus. Le relevé lui-même reste sur ce serveur, et ne mène plus à vous. Ce que vous avez téléchargé vous reste.
myrecords-off-back = Retour, en le laissant
page-sharedrecords-title = Relevés partagés avec vous
page-sharedrecords-text = Comment se sont passées des séances qu’une même personne a animées, mois après mois. Aucun son, aucun mot, aucun nom, aucun jour, et aucun groupe.
groups-records = Relevés gardés ensemble
groups-records-look = Les voir côte à côte
groups-records-end = Les garder séparés désormais
groups-records-end-hint = Les relevés restent, mais ne mènent plus ici ni l’un à l’autre. Cela ne peut pas être annulé.
share-title = Partager en supervision
share-hint = Qui a le lien voit les mêmes pages, sans nom de groupe, et rien ne lui est proposé à emporter. Il mène à ce qui est là maintenant ; pour un relevé qui vient plus tard, créez-en un autre. Il prend fin de lui-même, ou quand vous y mettez fin. Le serveur note que vous l’avez partagé et qu’il a été ouvert, sans aucun nom.
share-days = Pour combien de jours
share-day = { $days }, jusqu’au { $day }
share-all = Créer un lien vers tous ces relevés
share-latest = Créer un lien vers les { $most } derniers de ces relevés
share-record = Créer un lien vers ce relevé
share-chosen = Créer un lien vers les relevés choisis
share-none-chosen = Aucune séance n’est choisie. Veuillez cocher celles que vous voulez partager.
share-too-many = Un lien mène à { $most } séances au plus. Cochez-en moins.
share-line-all = Un lien vers l’ensemble de ces { $count } relevés, jusqu’au { $time }
share-line-some = { $count ->
    [one] Un lien vers un relevé ({ $months }), jusqu’au { $time }
   *[other] Un lien vers { $count } relevés ({ $months }), jusqu’au { $time }
 }
share-end = Y mettre fin
share-link = Le lien
share-until = Il vaut jusqu’au { $time }.
share-back = Retour
page-share-title = Un lien pour regarder
page-share-text = Il n’est montré que cette fois : transmettez-le maintenant.
page-shared-title = Relevés de séances
page-shared-text = Une personne qui anime des groupes partage avec vous comment des séances se sont passées : aucun son, aucun mot, aucun nom. Ce que vous voyez est à celles et ceux qui étaient là, et pour votre entretien à ce sujet.
shared-press = Les voir
shared-until = Le lien par lequel vous regardez est valable jusqu’au { $time }, sauf s’il est arrêté avant.
shared-until-address = S’il n’a pas été arrêté, ce lien est valable jusqu’au { $time }.
shared-over = Ce lien a pris fin. Demandez-en un nouveau.
intervention-open = Ouvrir
intervention-frame = Rappeler le cadre
intervention-protect_presenter = Protéger qui présente
intervention-redirect_advice = Détourner un conseil
intervention-redirect_question = Détourner une question
intervention-invite_patient_view = Inviter le regard du patient
intervention-invite_doctor_view = Inviter le regard du médecin
intervention-hold_silence = Tenir le silence
intervention-reflect_group = Refléter le groupe
intervention-time = Veiller au temps
intervention-recall_presenter = Rappeler qui présente
intervention-close = Conduire vers la fin

## Après : une attestation pour qui était là, ce que les leaders ont animé, quelques questions

page-certificate-title = Attestation de présence
page-certificate-text = Écrivez votre nom tel qu’il doit y figurer, en 60 caractères au plus ; s’il est long, il devient plus petit. Puis imprimez l’attestation ou enregistrez-la en PDF.
page-certificates-title = Attestations de présence
page-certificates-text = Les réunions auxquelles ce navigateur a participé, la plus récente en premier.
page-nocertificate-title = Il n’y a pas d’attestation ici
page-nocertificate-text = Ouvrez cette page dans le navigateur avec lequel vous étiez à la réunion. Les attestations y restent quelques semaines ; certains serveurs n’en donnent pas, et pour moins d’une demi-minute il n’y en a pas.
page-earlycertificate-title = La séance n’est pas encore terminée
page-earlycertificate-text = Quand les leaders l’auront terminée, vous trouverez ici votre attestation, dans ce navigateur.
certificate-title = Attestation de présence
certificate-name = Il est attesté que
certificate-name-hint = Votre nom n’est envoyé ni gardé nulle part. Si vous le laissez vide, il reste une ligne pour l’écrire à la main.
certificate-took-part = a participé à une réunion d’un groupe Balint.
certificate-took-part-group = a participé à une réunion du groupe Balint « { $group } ».
certificate-when = Début
certificate-attended = Présence
certificate-lasted = Durée de la réunion
certificate-role = Rôle
certificate-held = Lieu
certificate-held-at = en visioconférence, sur { $host }
certificate-minutes = { $minutes ->
    [one] { $minutes } minute ({ $hours } h)
   *[other] { $minutes } minutes ({ $hours } h)
}
certificate-attests = Le leader du groupe confirme par sa signature la participation de la personne nommée ci-dessus.
certificate-place-day = Lieu, date
certificate-leader = Nom et signature du leader
certificate-code = Code :
certificate-check = On peut vérifier que ce code vient de ce serveur, pour quel jour et pour combien de minutes il a été délivré, à l’adresse { $address }.
certificate-measured = Compté est le temps avec une connexion qui fonctionne, du début de la séance à sa fin. Pour qui anime, la fin est celle de l’entretien des leaders après le cercle ; pour les autres, celle du cercle. Ce dont on a parlé, et qui d’autre était là, n’est écrit nulle part.
certificate-print = Imprimer ou enregistrer en PDF
certificate-until = Vous la retrouvez dans ce navigateur jusqu’à fin { $month }, comme toute personne qui s’en sert.
certificate-forget = L’effacer du serveur
certificate-forget-text = Elle ne pourra plus être montrée nulle part. Seule une sauvegarde du serveur faite auparavant pourrait la faire revenir. Ce que vous avez imprimé reste valable.
page-verify-title = Vérifier une attestation
page-verify-text = Tapez le code qui figure sur l’attestation. Il dit pour quel jour elle a été délivrée et pour combien de minutes, jamais à qui.
verify-code = Code
verify-check = Vérifier
verify-right = { $minutes ->
    [one] Ce serveur a délivré une attestation avec ce code pour une réunion du { $day }, { $minutes } minute de présence.
   *[other] Ce serveur a délivré une attestation avec ce code pour une réunion du { $day }, { $minutes } minutes de présence.
}
verify-name = Le nom a été inscrit par la personne titulaire de l’attestation ; la signature du leader en répond.
verify-wrong = Ce serveur n’a jamais délivré ce code. Comparez-le lettre par lettre.
page-hours-title = Ce que vous avez animé
page-hours-text = Vos réunions comme leader, co-leader ou leader en formation, pour votre accréditation. Les durées sont arrondies au quart d’heure. Personne d’autre ne voit cette liste.
hours-meetings = Réunions
hours-hours = Heures
hours-all = En tout
hours-take = Télécharger pour un tableur (CSV)
hours-each = Chaque réunion
hours-date = Date
hours-start = Début
hours-zone = Fuseau horaire
hours-minutes = Minutes
hours-role = Rôle
hours-format = Façon de travailler
hours-group = Groupe
hours-forget = Effacer
hours-forget-all = Effacer toute la liste
page-hoursforget-title = L’effacer de votre liste ?
page-hoursforget-text = L’effacement est définitif. Ce que vous avez téléchargé vous reste.
hours-forget-back = Revenir sans rien effacer
hours-none = Rien encore. Une réunion apparaît ici quand elle est terminée, si vous l’avez animée avec votre propre lien, que vous y étiez plus d’une demi-minute et que votre adresse figure sur la liste du groupe. Elle compte pour un quart d’heure au moins.
hours-kept = { $months ->
    [one] Chaque réunion reste ici pendant le mois qui suit le sien.
   *[other] Chaque réunion reste ici pendant { $months } mois.
}
hours-not-noted = Sur ce serveur, rien de nouveau n’est noté ici. Ce qui y figure reste jusqu’à ce que vous l’effaciez.
hours-records = La façon dont les séances se sont passées, si vous ou un groupe l’avez gardée, se trouve ailleurs. De là, rien ne mène à cette liste :
page-nofeedback-title = Il n’y a rien à répondre ici
page-nofeedback-text = Soit vous avez déjà répondu, soit ce navigateur n’était à aucune réunion terminée, soit rien n’est demandé ici.
page-feedbackthanks-title = Merci
page-feedbackthanks-text = Vos réponses ont été comptées. Rien ne dit qu’elles sont de vous. Vous pouvez fermer cette page.
page-feedbackresults-title = Ce qui a été répondu
page-feedbackresults-text = Tous les groupes de ce serveur ensemble. Un mois est montré quand il est fini ; les mois avec peu de réponses sont montrés ensemble.
feedback-anonymous = Vos réponses sont comptées avec celles de toutes les personnes qui répondent ce mois-ci, de tous les groupes d’ici. Rien ne garde qui a répondu, ni de quel groupe.
feedback-yes = Oui
feedback-no = Non
feedback-send = Envoyer
feedback-empty = Répondez à une question au moins.
feedback-changed = Les questions ont changé entre-temps. Regardez-les encore une fois.
feedback-few = Pas encore montré : moins de { $count } réponses, ou de ce mois seulement.

## Les leaders s’identifient

page-signin-title = S’identifier
page-signin-text = Pour les leaders. Vous recevez un lien par courriel ; il n’y a pas de mot de passe.
page-signinsent-title = Consultez votre messagerie
page-signinsent-text = Si cette adresse est celle d’un leader, un lien est en route. Il est valable un quart d’heure. Si rien n’arrive après quelques minutes, regardez parmi les indésirables, ou demandez à la personne qui s’occupe de ce serveur.
page-signinprinted-title = Adressez-vous à qui exploite ce serveur
page-signinprinted-text = Ce serveur n’envoie pas de courriel. Si cette adresse est celle d’un leader, un lien figure maintenant sur la sortie du serveur, pour un quart d’heure. La personne qui l’exploite peut vous le donner.
page-nodesk-title = Il n’y a pas de pupitre ici
page-nodesk-text = Le pupitre s’ouvre sur un second écran depuis celui de la salle : sous « Pour vous », appuyez sur « Sur un autre écran ».
page-deskopen-title = Le pupitre des leaders
page-deskopen-text = Appuyez une fois, et le pupitre de votre séance est sur cet appareil. Il n’y a ici ni son ni image : vous restez dans la salle sur votre autre écran.
deskopen-press = Ouvrir le pupitre ici
deskopen-over = Ce lien a déjà servi, ou il a plus de cinq minutes. Affichez-en un nouveau au pupitre de la salle.
page-second-title = Le pupitre des leaders
page-signinopen-title = S’identifier
page-signinopen-text = Appuyez une fois, et ce navigateur est reconnu pendant trente jours.
signin-address = Adresse électronique
signin-no-mail = Pour les leaders. Ce serveur n’envoie pas de courriel : le lien va à la personne qui l’exploite, et elle vous le donne. Il n’y a pas de mot de passe.
signin-send = M’envoyer un lien
signin-press = S’identifier
signin-no-address = Ce n’est pas une adresse électronique. Écrivez-la comme anna@example.org.
signin-too-fast = Trop de tentatives. Attendez une minute, puis réessayez.
signin-link-over = Ce lien a déjà servi, ou il a plus d’un quart d’heure. Demandez-en un autre.
signin-again = Demander un lien
signin-needs-script = Cette page a besoin de JavaScript. Activez-le dans votre navigateur, puis rouvrez le lien.
signin-out = Se déconnecter
signin-printed = Le leader { $leader } (restarea leader list) demande à s’identifier. Ce serveur n’envoie pas de courriels ; son lien, pour un quart d’heure :
signin-mail-title = Votre lien pour vous identifier
signin-mail-text = Avec ce lien, vous vous identifiez comme leader sur Restarea.
signin-mail-press = S’identifier
signin-mail-lasts = Il est valable un quart d’heure, et une seule fois.
signin-mail-not-you = Si vous ne l’avez pas demandé, ne faites rien : sans lui, personne ne peut s’identifier.

page-passkeys-title = Clés d’accès
page-passkeys-text = Avec une clé d’accès, vous vous identifiez comme vous déverrouillez votre appareil, par empreinte, visage ou code, sans attendre de courriel. Elle reste sur votre appareil ou dans son compte ; ce serveur ne garde que de quoi la vérifier. Le lien par courriel reste votre autre moyen d’entrer.
passkeys-none = Vous n’en avez pas encore.
passkeys-number = Clé d’accès { $number }
passkeys-since = ajoutée en { $month }
passkeys-remove = Retirer
passkeys-remove-hint = Retirer une clé déconnecte aussi tous vos autres navigateurs, au cas où un appareil serait perdu. Votre appareil garde sa moitié jusqu’à ce que vous la supprimiez dans ses réglages ; elle n’ouvre plus rien ici.
passkeys-add = Ajouter une clé d’accès
passkeys-add-hint = Votre appareil demande où garder la clé d’accès : ici, sur votre téléphone ou sur une clé de sécurité. Pas sur un ordinateur que d’autres déverrouillent aussi.
passkeys-enter = S’identifier avec une clé d’accès
passkeys-enter-hint = Avez-vous ajouté une clé d’accès sur cet appareil ou sur votre téléphone ?
passkeys-not-here = Les clés d’accès ne fonctionnent pas ici. Il leur faut un navigateur récent et une adresse en https avec un nom, pas un numéro comme 127.0.0.1 ; sur cet ordinateur, http://localhost suffit. Continuez à vous identifier par courriel.
passkeys-not-shown = Aucune clé d’accès n’a été présentée. Réessayez, ou demandez un lien par courriel ; une fois dans vos pages, vous pourrez ajouter une clé.
passkeys-not-added = Aucune clé d’accès n’a été ajoutée. Réessayez si vous le souhaitez ; le lien par courriel reste votre moyen d’entrer.
passkeys-unknown = Cette clé d’accès n’est pas connue ici, ou ne l’est plus. Demandez un lien par courriel. La clé elle-même peut être supprimée dans les réglages de votre appareil.
passkeys-refused = Cette clé d’accès n’a pas pu être vérifiée. Demandez un lien par courriel ; retirez ensuite la clé de votre liste et ajoutez-en une nouvelle.
passkeys-over = Plus de cinq minutes ont passé, ou le serveur a redémarré. Appuyez encore une fois.
passkeys-taken = Cet appareil a déjà une de vos clés d’accès. Vous pouvez vous identifier avec elle.
passkeys-many = Vous avez dix clés d’accès, c’est le maximum. Retirez-en une, puis ajoutez l’autre.
passkeys-signed-out = Ce navigateur a été déconnecté. Rechargez cette page et identifiez-vous, puis ajoutez la clé.
passkeys-failed = Cela n’a pas fonctionné. Réessayez, ou demandez un lien par courriel.
passkeys-mail-title = Une clé d’accès a été ajoutée
passkeys-mail-text = Une clé d’accès a été ajoutée à votre accès de leader sur Restarea. Qui la possède peut s’identifier à votre place.
passkeys-mail-not-you = Si ce n’était pas vous, quelqu’un s’est servi d’un navigateur où vous étiez identifié. Ouvrez vos clés d’accès, identifiez-vous par courriel si on vous le demande, et retirez la plus récente : vos autres navigateurs seront alors déconnectés eux aussi.

## Les groupes d’un leader

page-groups-title = Vos groupes
page-groups-text = Qui en fait partie, et quand ils se réunissent.
page-newgroup-title = Un nouveau groupe
groups-about = Le groupe lui-même
groups-none = Vous n’avez pas encore de groupe.
groups-new = Créer un groupe
groups-back = Vos groupes
groups-signed-in = Identifié comme
groups-next-none = Aucune réunion n’est prévue.
groups-next-rhythm = { $when } : selon son rythme, pas encore prévue
groups-next = La prochaine réunion :
groups-name = Comment s’appelle le groupe
groups-format = Comment il travaille
groups-format-line = { $name } : environ { $minutes } minutes, { $least } à { $most } membres
groups-language = Langue de ses courriels
groups-telephone = Numéro de téléphone si la liaison échoue
groups-telephone-hint = Facultatif, par exemple +33 1 99 00 12 34. Il figure dans les courriels et les agendas de ce groupe, et là où l’un de ses membres ne parvient pas à joindre la salle.
groups-zone = Fuseau horaire
groups-zone-choose = Choisissez un lieu
groups-rhythm = Quand il se réunit
groups-rhythm-none = Chaque réunion est prévue à part
groups-rhythm-months = Chaque mois, le
groups-rhythm-weeks = Semaines d’une réunion à l’autre :
groups-nth = Lequel dans le mois
groups-nth-1 = premier
groups-nth-2 = deuxième
groups-nth-3 = troisième
groups-nth-4 = quatrième
groups-nth-last = dernier
groups-weekday = Jour de la semaine
groups-weekday-0 = lundi
groups-weekday-1 = mardi
groups-weekday-2 = mercredi
groups-weekday-3 = jeudi
groups-weekday-4 = vendredi
groups-weekday-5 = samedi
groups-weekday-6 = dimanche
groups-every = Nombre de semaines
groups-first = à partir du
groups-at = Heure
groups-people = Qui en fait partie
groups-people-hint = Le nom est celui que voient les autres ; un prénom suffit. Pour retirer quelqu’un, videz le nom et l’adresse.
groups-person = Nom
groups-role = Rôle
groups-role-leader = leader
groups-role-co-leader = co-leader
groups-role-member = participant·e
groups-role-observer = observateur
groups-address = Adresse électronique
groups-more = Ajouter des lignes
groups-save = Enregistrer
groups-changed-title = Quelqu’un d’autre a modifié ce groupe
groups-changed-text = Rien de ce que vous avez écrit n’est encore enregistré ; tout est ci-dessous. Choisissez ce qui reste de ce que l’autre a modifié, puis enregistrez.
groups-changed-kept = Rien de ce que vous avez écrit n’est encore enregistré ; tout est ci-dessous. Ce que l’autre a modifié reste, comme il est dit ici : enregistrez encore une fois.
groups-changed-nothing = Rien de ce que vous avez écrit n’est encore enregistré ; tout est ci-dessous. Cela ne touche pas à ce que l’autre a modifié : enregistrez encore une fois.
groups-changed-theirs = ce que l’autre a enregistré : { $words }
groups-changed-mine = ce que vous avez écrit : { $words }
groups-changed-lost = ce que vous avez écrit, et qui ne reste pas : { $words }
groups-changed-before = ce qu’il y avait avant : { $words }
groups-changed-empty = rien
groups-changed-off = pas sur la liste
groups-wrong = Pas encore enregistré : voyez ci-dessous ce qui est à corriger.
groups-wrong-name = Donnez au groupe un nom de 1 à 40 caractères.
groups-wrong-taken = Un autre groupe porte ce nom. Choisissez-en un autre.
groups-wrong-format = Choisissez comment le groupe travaille.
groups-wrong-language = Choisissez une langue.
groups-wrong-telephone = Un numéro de téléphone se compose de chiffres, d’espaces, de parenthèses, de tirets, de barres obliques et d’un plus au début, en { $most } caractères au plus.
groups-wrong-zone = Choisissez le lieu dont l’horloge compte.
groups-wrong-rhythm = Ce n’est pas encore un rythme : il faut une heure ; pour les semaines, aussi leur nombre (1 à 12) et le jour d’une réunion.
groups-wrong-person = Donnez à chacun un nom de 1 à 40 caractères.
groups-wrong-twice = Ce nom s’y trouve deux fois. Écrivez les deux de façon qu’ils diffèrent.
groups-wrong-address = Ce n’est pas une adresse électronique. Écrivez-la comme anna@example.org.
groups-returned-unknown = Le dernier courriel est revenu : cette adresse n’existe pas.
groups-returned-full = Le dernier courriel est revenu : la boîte est pleine.
groups-returned-refused = Le dernier courriel est revenu : le serveur de courriel du destinataire ne l’accepte pas.
groups-returned-later = Le dernier courriel est revenu : il n’a pas pu être remis pendant plusieurs jours.
groups-returned-what = Demandez une autre adresse, ou remettez un lien en main propre depuis la page d’une réunion.
groups-wrong-role = Choisissez un rôle pour chacun.
groups-roster-leaders = Un groupe a un leader ; qui anime avec lui est co-leader.
groups-roster-members = Cette façon de travailler accepte au plus { $count } membres.
groups-roster-seats = Cette façon de travailler a { $count } places en tout.
groups-roster-no-leader = Cette façon de travailler ne connaît pas de leader.
groups-roster-no-co-leader = Cette façon de travailler ne connaît pas de co-leader.
groups-roster-no-member = Cette façon de travailler ne connaît pas de membres.
groups-roster-no-observer = Cette façon de travailler ne connaît pas d’observateurs.
groups-meetings = Réunions
groups-planned-none = Aucune n’est prévue.
groups-told = { $count ->
    [0] personne n’est encore invité
    [one] une personne est prévenue
   *[other] { $count } personnes sont prévenues
 }
groups-under-way = { $count ->
    [one] un courriel est en route
   *[other] { $count } courriels sont en route
 }
groups-not-delivered = non remis à { $names }
groups-not-certain = incertain pour { $names }
groups-letter-back = un courriel est revenu de { $names }
groups-know-before = ne connaissent que l’horaire d’avant, dites-leur qu’elle est déplacée : { $names }
groups-uninvited = pas encore invité : { $names }
groups-no-address = ni adresse ni lien pour l’instant : { $names }
groups-invite-missing = Inviter ceux qui manquent, à toutes les dates que d’autres connaissent
groups-entries = { $count ->
    [one] Une personne a des courriels et des entrées d’agenda où figurent encore l’ancien nom ou l’ancien numéro de téléphone.
   *[other] { $count } personnes ont des courriels et des entrées d’agenda où figurent encore l’ancien nom ou l’ancien numéro de téléphone.
  }
groups-entries-say = Les nouvelles entrées indiqueront :
groups-entries-now = C’est proposé maintenant, tant que vous n’avez pas quitté cette page.
groups-entries-renew = Leur renvoyer les entrées à jour
groups-astray = { $count ->
    [one] Une réunion prévue est à une autre heure que celle du groupe.
   *[other] { $count } réunions prévues sont à une autre heure que celle du groupe.
  }
groups-astray-some = { $count ->
    [one] Une des { $all } réunions prévues n’est pas à l’heure du groupe.
   *[other] { $count } des { $all } réunions prévues ne sont pas à l’heure du groupe.
  }
groups-astray-others = Les autres ne bougent pas : elles sont à l’heure du groupe, ont été déplacées ou prévues à la main, ou tombent un autre jour que celui du groupe.
groups-astray-to = déplacer : { $when }
groups-astray-move = { $count ->
    [one] La déplacer
   *[other] Les déplacer toutes les { $count }
  }
groups-astray-hint = Les personnes invitées reçoivent un seul courriel, et les entrées de leur agenda sont déplacées.
groups-held = tenue ; elle s’est terminée à { $when }
groups-unbegun = ouverte, puis terminée à { $when } sans séance
groups-revoked = plus de lien pour { $names }
groups-coming = { $count ->
    [0] personne n’a encore dit oui
    [one] une personne vient
   *[other] { $count } personnes viennent
 } ; sans réponse : { $open }
groups-coming-but = { $count ->
    [0] personne n’a encore dit oui
    [one] une personne vient
   *[other] { $count } personnes viennent
 } ; excusés : { $names } ; sans réponse : { $open }
groups-came-back = Le dernier courriel est revenu de { $names } : voyez la liste ci-dessous.
groups-plan-title = Prévoir une réunion
groups-series-no-rhythm = Ce groupe n’a pas encore de rythme. Indiquez sur sa page quand il se réunit.
groups-series-count = Combien de dates
groups-series-show = Les montrer
groups-series-out = Décochez une date à laquelle le groupe ne se réunit pas, par exemple pendant les vacances : personne n’en est prévenu.
groups-series-planned = déjà prévue
groups-series-untold = déjà prévue ; tout le monde n’a pas été prévenu
groups-series-cancelled = annulée ou laissée de côté ; elle le reste
groups-series-earlier = sa réunion a été avancée
groups-series-moved = déplacée au { $when }
groups-series-other = à un autre moment : { $when }
groups-series-change = Une date déjà prévue mène là où vous la déplacez ou l’annulez.
groups-series-invite = Prévenir tout le monde par courriel
groups-series-invite-hint = Un seul courriel avec toutes les dates, et un fichier d’agenda pour chacune. Il contient le lien vers la première réunion ; le lien vers chacune des autres vient avec le rappel, la veille.
groups-series-plan = { $count ->
    [0] Laisser ces dates de côté
    [one] Prévoir cette réunion
   *[other] Prévoir ces { $count } réunions
 }
groups-series-all = Toutes ces réunions sont déjà prévues.
groups-series-tell = Prévenir ceux qui ne l’ont pas été
groups-day = Jour
groups-wrong-time = Ce moment est passé, ou n’est pas complet. Choisissez-en un qui soit à venir.
groups-wrong-hour = Cette heure n’existe pas : cette nuit-là on avance les horloges, et elle est sautée. Choisissez-en une autre.
groups-wrong-there = Une réunion de ce groupe est déjà prévue à ce moment. Rien n’a été ajouté.
groups-wrong-far = C’est dans plus de deux ans. Si c’est voulu, appuyez encore une fois ; sinon, corrigez l’année.
groups-open-now = Une réunion de ce groupe est ouverte.
groups-go-in = Entrer
groups-links = Liens à remettre
groups-cancelled = annulée
groups-left-out = pas de réunion à cette date ; personne n’en a été averti
groups-off-untold = n’ont pas été prévenus de l’annulation : { $names }
groups-gone = { $count ->
    [one] { $count } personne a quitté ce groupe, et plus rien n’est gardé ici à son sujet.
   *[other] { $count } personnes ont quitté ce groupe, et plus rien n’est gardé ici à leur sujet.
 }
groups-remove = Supprimer ce groupe
groups-remove-hint = On vous dit d’abord ce qui disparaît avec lui.
page-removegroup-title = Supprimer ce groupe ?
page-removegroup-text = Cela ne peut pas être annulé. Disparaissent avec lui, tout de suite :
page-links-title = Liens à remettre
page-links-text = Chaque lien est pour une personne et mène à la réunion ouverte. Un nouveau remplace ceux d’avant ; qui est déjà dans la salle y reste.
page-series-title = Prévoir les prochaines réunions
page-link-title = Un lien à remettre
remove-people = { $count ->
    [one] sa liste, avec { $count } personne, son adresse et le nombre de cas qu’elle a exposés
   *[other] sa liste, avec { $count } personnes, leurs adresses et le nombre de cas que chacune a exposés
 }
remove-meetings = les réunions prévues ; qui était invité reçoit un courriel, et elles disparaissent de son agenda :
remove-links = tous les liens vers ses réunions, les anciens aussi
remove-records = ce qui garde ses relevés ensemble : ils restent, mais ne mènent plus à ce groupe ni l’un à l’autre, et les liens pour les voir n’ouvrent plus rien
remove-stays = Le nom du groupe et les dates de ses réunions restent sur les attestations de présence, qui ne nomment personne et que seul leur navigateur ouvre, et dans les listes des réunions animées, tant qu’elles sont gardées.
remove-open = Une réunion de ce groupe est ouverte. Le groupe peut être supprimé quand elle sera terminée.
remove-press = Supprimer le groupe
remove-keep = Le garder
page-cancelmeeting-title = Annuler cette réunion ?
cancel-told = { $count ->
    [0] Personne n’en a été prévenu : aucun courriel ne part.
    [one] Une personne est prévenue par courriel, tout de suite, et la réunion disparaît de son agenda.
   *[other] { $count } personnes sont prévenues par courriel, tout de suite, et la réunion disparaît de leurs agendas.
}
cancel-for-good = Cela ne peut pas être annulé. Si elle a simplement lieu à un autre moment, déplacez-la plutôt.
cancel-keep = La maintenir
meeting-open = Ouvrir la réunion
meeting-open-hint = Dès lors le lien de chacun mène à la salle d’attente, et vous entrez. Avant cela il dit quand la réunion aura lieu.
meeting-open-later = À partir de douze heures avant le début, vous ouvrez la réunion ici, en appuyant une fois.
meeting-people = Qui est invité
meeting-replies-hint = Sur la page de son lien, chacun peut dire s’il vient. Seuls les leaders du groupe le voient ici. Qui ne peut pas venir ne reçoit pas de rappel, et peut venir quand même.
meeting-comes = vient
meeting-cannot = ne peut pas venir
meeting-invite = Inviter par courriel
meeting-invite-now = Les inviter maintenant
meeting-invite-rest = Réessayer pour ceux qu’aucun courriel n’a atteints
meeting-linkless = { $count ->
    [one] Une personne n’a pas encore de lien vers cette réunion.
   *[other] { $count } personnes n’ont pas encore de lien vers cette réunion.
}
meeting-look-again = Regarder à nouveau
meeting-again = Envoyer un nouveau lien
meeting-no-mail = Ce serveur n’envoie pas de courriels. Créez ici un lien pour chaque personne, et remettez-le-lui.
meeting-state-none = pas encore invité
meeting-state-no-address = sans adresse : la page du groupe en accepte une ; ou remettez un lien
meeting-state-under-way = en route
meeting-state-sent = envoyé
meeting-state-refused = non remis : cette adresse n’existe pas, ou n’accepte pas de courriel. Corrigez-la sur la page du groupe, puis invitez à nouveau
meeting-state-later = pas encore remis : le serveur de courriel était injoignable, ou ne l’a pas accepté maintenant. La remise est retentée d’elle-même
meeting-state-unsure = incertain : le serveur s’est arrêté pendant l’envoi, et ce courriel est peut-être arrivé, peut-être pas. Renseignez-vous, ou envoyez un nouveau lien
meeting-state-handed = a un lien que vous remettez ; si la réunion est déplacée et qu’aucun courriel ne l’atteint, prévenez la personne vous-même
meeting-state-revoked = n’a plus de lien
meeting-state-linkless = n’a pas encore de lien vers cette réunion
meeting-knows = Ne connaît, d’après cette page, que l’horaire d’avant : { $when }. Prévenez cette personne du changement.
meeting-off-none = n’en avait pas été averti
meeting-off-no-address = sans adresse : si la personne connaît la réunion, prévenez-la de l’annulation
meeting-off-under-way = en route
meeting-off-sent = prévenu de l’annulation
meeting-off-refused = pas prévenu : cette adresse n’existe pas, ou n’accepte pas de courriel. Annoncez vous-même l’annulation
meeting-off-later = pas encore prévenu : le serveur de courriel était injoignable, ou n’a pas accepté le courriel maintenant. L’envoi est retenté tout seul
meeting-off-unsure = incertain : le serveur s’est arrêté pendant l’envoi. Renseignez-vous, ou réessayez
meeting-off-handed = avait un lien remis par vous : annoncez-lui l’annulation
meeting-off-revoked = n’avait plus de lien
meeting-returned-what = Demandez une autre adresse et notez-la sur la page du groupe, ou remettez un lien en main propre.
meeting-by-hand = Sans courriel
meeting-hand = Créer un lien à remettre
meeting-hand-hint = Un nouveau lien vous est montré une seule fois, pour que vous le remettiez. Il remplace ceux que cette personne a eus.
meeting-revoke = Retirer le lien
meeting-revoke-ask = Retirer le lien…
meeting-revoke-hint = Aucun de ses liens n’ouvre plus cette réunion, et cette personne ne peut pas s’en faire envoyer un autre ; elle lit qu’elle doit s’adresser à vous. Qui est déjà dans la salle y reste. Vous pouvez lui en donner un autre à tout moment.
meeting-links-none = Aucune réunion de ce groupe n’est ouverte.
meeting-link-for = Ce lien est pour { $name } et mène à la réunion de « { $group } » du { $when }.
meeting-link-for-open = Ce lien est pour { $name } et mène à la réunion de « { $group } » qui est ouverte en ce moment.
meeting-link-copy = Copier
meeting-link-copied = Copié.
meeting-link-marked = Votre navigateur ne permet pas à la page de le copier. Le lien est sélectionné : copiez-le avec Ctrl et C, ou gardez le doigt dessus.
meeting-link-warning = Il n’est affiché que cette fois. Qui l’a entre sous ce nom : remettez-le là où personne d’autre ne le lit. Les liens d’avant n’ouvrent plus rien ; qui est déjà dans la salle y reste.
meeting-move = Déplacer la réunion
meeting-change = À un autre moment, ou pas du tout
meeting-change-hint = Les personnes invitées reçoivent un courriel, et l’entrée de leur agenda suit. Une annulation vous est d’abord redemandée.
meeting-change-hint-no-mail = Ce serveur n’envoie pas de courriel : prévenez les personnes vous-même. Si la réunion est seulement déplacée, leurs liens restent valables.
meeting-move-all = Toutes les réunions à venir à une autre heure ? Changez l’heure sous « Quand il se réunit », sur la page du groupe : elle propose alors de les déplacer.
meeting-each = Chaque personne
meeting-move-yet = Rien n’a encore changé : la réunion reste à sa date tant que vous n’appuyez pas sur « Déplacer la réunion ».
meeting-cancel = Annuler la réunion
meeting-cancel-ask = Annuler la réunion…
meeting-cancel-hint-no-mail = Ce serveur n’envoie pas de courriels : annoncez vous-même qu’elle n’a pas lieu.
meeting-cancelled = Cette réunion est annulée.
meeting-held = Cette réunion a eu lieu. Elle s’est terminée à { $when }.
meeting-held-more = Rien n’y peut plus être changé. Les personnes présentes trouvent leur attestation, et ce qui en a été gardé, dans le navigateur avec lequel elles sont venues. Cette page reste ici ce jour-là et le lendemain.
meeting-unbegun = Cette réunion a été ouverte, puis terminée à { $when } sans séance : personne ne l’a commencée.
meeting-unbegun-more = Rien n’y peut plus être changé, et ses liens n’ouvrent plus rien. Cette page reste ici ce jour-là et le lendemain.
meeting-held-plan = Prévoir une autre réunion
meeting-left-out = Il n’y a pas de réunion à cette date, et personne n’en a été averti.
meeting-earlier = La réunion prévue à cette date a été avancée.
meeting-plan-after-all = Prévoir quand même une réunion à cette date
meeting-wrong-time = Ce moment est passé, ou n’est pas complet. Choisissez-en un qui soit à venir.
meeting-wrong-hour = Cette heure n’existe pas : cette nuit-là on avance les horloges, et elle est sautée. Choisissez-en une autre.
meeting-wrong-there = Une autre réunion de ce groupe est déjà prévue à ce moment. Rien n’a été déplacé.
meeting-wrong-far = Rien n’a été déplacé : c’est dans plus de deux ans. Si c’est voulu, appuyez encore une fois sur « Déplacer la réunion » ; sinon, corrigez l’année.
meeting-wrong-cancelled = Rien n’a été déplacé : la réunion a été annulée depuis que vous avez ouvert cette page.
meeting-wrong-moved = La réunion a été déplacée depuis que vous avez ouvert cette page : elle a lieu maintenant le { $when }. Rien n’a été changé ni envoyé. Si vous le voulez toujours, appuyez encore une fois.
meeting-wrong-moved-to = La réunion a été déplacée depuis que vous avez ouvert cette page : elle a lieu maintenant le { $when }. Rien n’a été changé ni envoyé. Faut-il la déplacer au { $to } ? Alors appuyez encore une fois sur « Déplacer la réunion ».
meeting-wrong-open = Une réunion de ce groupe est ouverte : il faut d’abord la terminer. Entrez-y et terminez-la ; ensuite, ouvrez celle-ci.
meeting-wrong-format = La façon de travailler de ce groupe n’existe plus : choisissez-en une autre sur la page du groupe.
meeting-wrong-roster = La liste du groupe ne convient pas à sa façon de travailler : corrigez-la sur la page du groupe.
meeting-wrong-together = Des relevés ne peuvent être gardés ensemble que si quelque chose est gardé : choisissez quoi, ou décochez la case.
meeting-keep = Ce qui est gardé du déroulement
meeting-keep-hint = Tout le monde le voit dans la salle pendant toute la séance, cela ne peut plus changer, et toute personne présente peut dire non pendant vingt heures après la fin. Pendant ces heures, les personnes qui ont animé peuvent le garder parmi leurs propres relevés.
meeting-keep-now = Ce qui est gardé du déroulement : { $what }
meeting-keep-more = Qui pourrait être reconnu, et ce que veut dire garder ensemble
meeting-keep-nothing = Rien
meeting-keep-aggregate = Des totaux, aucun nom
meeting-keep-seat_timeline = Quelle place a parlé quand, sans nom, si tous sont d’accord après ; sinon des totaux
meeting-keep-recognised = Qui connaît le groupe peut reconnaître qui est qui : dans une expérience, { $found_again } places sur 100 ont été retrouvées dans le relevé suivant du groupe. C’est pourquoi l’accord de chaque personne est demandé.
meeting-together = Garder ensemble les relevés de ce groupe
meeting-together-hint = Alors toutes les personnes qui animent le groupe voient ses séances côte à côte. Sans cela, seuls retrouvent un relevé ceux qui l’ont gardé parmi les leurs, et la personne qui exploite le serveur. Cela a un prix : qui obtient plusieurs relevés sait qu’ils viennent d’un même groupe, et peut tenter d’y retrouver des personnes de l’un à l’autre.
meeting-early = Ceux qui arrivent en avance peuvent se parler avant qu’un leader soit là
meeting-early-hint = Ils se voient et s’entendent, et personne d’autre ne les entend. Dès qu’un leader est là, qui arrive attend que vous le fassiez entrer. Sans cela, chacun attend seul.

## La page de l’exploitant : ce qu’il y a sur ce serveur, et qui peut animer

page-admin-title = Ce serveur
page-admin-text = Ce qu’il y a maintenant, en chiffres. Cette page nomme les leaders, et personne d’autre.
groups-admin = Ce serveur
admin-now = En ce moment
admin-rooms = Réunions en cours
admin-seats = Places occupées
admin-links = Connexions
admin-links-line = { $up } en service, { $connecting } en cours d’établissement, { $down } interrompues
admin-qualities = Qualité des connexions
admin-qualities-line = { $good } bonnes, { $weak } faibles, { $very } très faibles
admin-forwarding = Son et image
admin-forwarding-here = transmis par le serveur lui-même, en { $engine }
admin-forwarding-workers = transmis par des processus à part, en { $engine } : { $workers } ; remplacés depuis le démarrage : { $replaced }
admin-groups = Groupes
admin-meetings = Réunions prévues
admin-leaders = Leaders
admin-leader-seen = dernière connexion en { $month }
admin-leader-never = ne s’est pas encore identifié
admin-leader-operator = exploite ce serveur
admin-away = Retirer l’accès
admin-invite = Inviter un leader
admin-invite-hint = Il peut alors créer des groupes, inviter et ouvrir des réunions. Il ne voit ni le nom des groupes des autres, ni qui en fait partie.
admin-name = Nom d’usage
admin-invite-press = Inviter
admin-invited-sent = { $address } peut s’identifier dès maintenant, et en est averti par courriel.
admin-invited-tell = { $address } peut s’identifier dès maintenant. Ce serveur n’envoie pas de courriels ; dites-lui donc où : { $link }
admin-invited-undelivered = { $address } peut s’identifier dès maintenant, mais le courriel n’a pas été remis. Dites-lui où : { $link }
admin-invited-already = { $address } peut déjà s’identifier.
page-adminaway-title = Retirer l’accès ?
page-adminaway-text = Cette personne est déconnectée tout de suite, partout, et ne peut plus s’identifier.
admin-away-groups = Les groupes restent, ainsi que les réunions prévues ou ouvertes. Les leaders inscrits sur la liste d’un groupe continuent ; si elle n’en nomme pas d’autre, seule la ligne de commande y mène encore.
admin-away-hours = { $count ->
    [one] La liste des réunions que cette personne a animées, pour son accréditation, est détruite tout de suite : { $count } réunion. Elle peut la télécharger avant.
   *[other] La liste des réunions que cette personne a animées, pour son accréditation, est détruite tout de suite : { $count } réunions. Elle peut la télécharger avant.
 }
admin-away-keep = Ne rien changer
admin-storage = Stockage
admin-database = Base de données
admin-free = Libre sur son disque
admin-rows = Lignes des réunions en cours, détruites à leur fin
admin-waiting = Relevés auxquels on peut encore dire non
admin-released = Relevés libérés
admin-backup = Dernière sauvegarde
admin-backup-never = aucune que ce serveur connaisse
admin-kept = Durées de conservation
admin-kept-names = Les noms d’une réunion sont détruits à sa fin, au plus tard après un jour.
admin-kept-always = Les relevés sont gardés jusqu’à ce que quelqu’un les détruise.
admin-kept-months = { $months ->
    [one] Un relevé est gardé pendant son mois et { $months } mois de plus.
   *[other] Un relevé est gardé pendant son mois et { $months } mois de plus.
 }
admin-next = Les prochains disparaissent fin { $month }.
admin-last = Le serveur en a détruit pour la dernière fois le { $day }.
admin-last-none = Le serveur n’en a encore détruit aucun.
admin-kept-certificates = { $months ->
    [0] Aucune attestation de présence n’est délivrée.
   *[other] Une attestation de présence est gardée pendant son mois et { $months } mois de plus.
 }
admin-kept-hours = { $months ->
    [0] Les réunions que les leaders ont animées ne sont pas notées.
   *[other] Une réunion figure dans la liste de son leader pendant son mois et { $months } mois de plus.
 }
admin-kept-feedback = Qui était à une réunion peut répondre aux questions pendant le mois de celle-ci et { $months } mois de plus ; les totaux des réponses sont gardés sans limite de temps.
admin-kept-no-feedback = Aucune question n’est posée après les réunions.
admin-mail = Courriel
admin-mail-on = Il part par { $host }, avec l’adresse { $from }.
admin-mail-off = L’envoi n’est pas configuré : personne n’est invité par courriel, et les liens d’identification s’affichent sur la sortie du serveur.
admin-version = Version
admin-version-line = Restarea { $version }, protocole { $protocol }
admin-doctor = Ce que dit le diagnostic
admin-doctor-looking = Il n’a pas encore fini. Rechargez cette page dans quelques secondes.
admin-doctor-fine = En ordre :
admin-doctor-warning = à regarder
admin-doctor-problem = à réparer
doctor-about-tcp = port TCP { $port }
doctor-about-udp = port UDP { $port }
doctor-about-address = adresse du son et de l’image
doctor-about-clock = horloge
doctor-about-certificate = certificat
doctor-about-file = fichier du certificat
doctor-about-disk = disque
doctor-about-backup = sauvegarde
doctor-about-folder = dossier des données
doctor-about-pages = pages
doctor-about-forwarding = transmission
doctor-about-workers = processus du son et de l’image
doctor-about-turn = TURN
doctor-about-formats = façons de travailler
doctor-about-feedback = retours
doctor-about-mail = courriel
doctor-port-none = Ce port n’existe pas.
doctor-port-none-advice = Choisissez un nombre de 1 à 65535, ou 0 pour n’importe lequel.
doctor-port-pages-free = Il est libre pour les pages et la signalisation.
doctor-port-media-free = Il est libre pour le son et l’image.
doctor-port-ours = Il sert aux pages et à la signalisation, pour votre propre serveur : il tourne et répond.
doctor-port-elsewhere = Il sert aux pages et à la signalisation d’un serveur restarea qui répond, sur un autre dossier de données que celui-ci.
doctor-port-elsewhere-advice = Allez dans le dossier de ce serveur si c’est lui que vous cherchez ; un serveur de plus a besoin d’un autre port : RESTAREA_PORT, et RESTAREA_MEDIA_PORT pour le son et l’image.
doctor-port-pages-likely = Il sert aux pages et à la signalisation, très probablement pour le serveur qui tourne.
doctor-port-media-likely = Il sert au son et à l’image, très probablement pour le serveur qui tourne.
doctor-port-pages-taken = Un autre programme l’utilise déjà : les pages et la signalisation n’ont pas d’accès.
doctor-port-media-taken = Un autre programme l’utilise déjà : le son et l’image n’ont pas d’accès.
doctor-port-taken-advice = Arrêtez ce programme (un second restarea, peut-être), ou choisissez un autre port.
doctor-port-forbidden = Cet utilisateur n’a pas le droit de l’ouvrir.
doctor-port-forbidden-advice = Choisissez un port au-dessus de 1023 vers lequel un proxy transmet, ou lancez le serveur avec CAP_NET_BIND_SERVICE.
doctor-port-not-here = { $host } n’est pas une adresse de cette machine.
doctor-port-not-here-advice = Écoutez sur 0.0.0.0, ou sur l’une de ses propres adresses.
doctor-port-no-name = { $host } n’est ni une adresse ni un nom connu.
doctor-port-no-name-advice = Écrivez une adresse IP, par exemple 0.0.0.0.
doctor-port-fails = Il ne peut pas être ouvert : { $reason }.
doctor-port-fails-advice = Choisissez un autre port.
doctor-address-no-number = { $address } n’est pas une adresse IP.
doctor-address-no-number-advice = Écrivez le numéro de cette machine, et non son nom.
doctor-address-nobody = Personne ne peut rien envoyer à { $address }.
doctor-address-nobody-advice = Écrivez l’adresse que voient les autres.
doctor-address-inside = { $address } n’est connue qu’à l’intérieur de ce réseau ; ailleurs, on verra la salle sans rien entendre.
doctor-address-inside-advice = Écrivez l’adresse publique, et laissez passer son port UDP jusqu’à cette machine.
doctor-address-other-kind = { $address } est indiquée aux navigateurs, mais le serveur écoute sur { $host }, où rien de ce qui est envoyé à cette adresse n’arrive : l’une est en IPv4, l’autre en IPv6.
doctor-address-other-kind-advice = N’indiquez que des adresses d’un même type, ou donnez à RESTAREA_MEDIA_HOST une adresse du même type.
doctor-address-untold = Aucune des adresses indiquées aux navigateurs n’est { $address }, depuis laquelle cette machine répond : rien ne passe par UDP, et tout emprunte TCP, plus lent.
doctor-address-untold-advice = Ajoutez cette adresse à RESTAREA_ADVERTISE, ou donnez à RESTAREA_MEDIA_HOST celle qui est indiquée aux navigateurs.
doctor-address-fine = Les navigateurs envoient le son et l’image à { $address }.
doctor-clock-before = Elle indique { $now }, une date antérieure à l’écriture de ce programme.
doctor-clock-before-advice = Réglez-la, et laissez un client NTP comme chrony la tenir juste.
doctor-clock-behind = Elle indique { $now }, et la base de données a été écrite en dernier le { $written } : elle retarde maintenant, ou avançait alors.
doctor-clock-behind-advice = Comparez-la avec une montre, réglez-la, et laissez un client NTP comme chrony la tenir juste.
doctor-clock-shows = Elle indique { $now } ; comparez-la avec une montre.
doctor-clock-unkept = Elle indique { $now }, mais rien ne la tient juste.
doctor-clock-unkept-advice = Installez un client NTP comme chrony : avec une horloge fausse, les liens expirent au mauvais moment.
doctor-clock-kept = Elle indique { $now } et est tenue juste.
doctor-certificate-not-needed = Aucun n’est nécessaire tant qu’on n’entre que sur cet ordinateur.
doctor-certificate-here = { $url } ne mène qu’à cet ordinateur. Cela convient pour essayer : les navigateurs y acceptent caméra et micro sans HTTPS. Pour que d’autres entrent, il faut un nom et HTTPS.
doctor-certificate-no-address = { $url } n’est pas une adresse.
doctor-certificate-no-address-advice = Écrivez-la comme https://rest.example.
doctor-certificate-plain = { $url } n’est pas servi en HTTPS, et les navigateurs n’autorisent la caméra et le micro que là.
doctor-certificate-plain-advice = Placez devant ce serveur un proxy qui termine TLS, ou donnez-lui son propre certificat (RESTAREA_TLS_CERTIFICATE_FILE), et écrivez https:// dans l’adresse publique.
doctor-certificate-refused = Les navigateurs refusent ce que montre { $where } : { $reason }
doctor-certificate-refused-advice = Le proxy, ou ce serveur, doit présenter une chaîne complète d’une autorité connue, pour ce nom et en cours de validité.
doctor-certificate-no-tls = { $where } ne parle pas TLS.
doctor-certificate-no-tls-advice = Vérifiez le port du proxy, ou de ce serveur.
doctor-certificate-silent = { $where } ne répond pas depuis ici.
doctor-certificate-silent-advice = Ouvrez l’adresse publique dans un navigateur ailleurs ; si cela échoue aussi, démarrez le proxy, ou ce serveur.
doctor-certificate-none = { $where } n’en montre aucun.
doctor-certificate-none-advice = Donnez un certificat au proxy.
doctor-certificate-ended = Il a expiré le { $ends } ; les navigateurs le refusent.
doctor-certificate-ended-advice = Renouvelez-le.
doctor-certificate-ends = { $days ->
    [one] Il expire dans { $days } jour, le { $ends }.
   *[other] Il expire dans { $days } jours, le { $ends }.
 }
doctor-certificate-ends-advice = Renouvelez-le maintenant.
doctor-certificate-valid = Il est valable jusqu’au { $ends }.
doctor-file-unreadable = { $setting } : { $file } ne peut pas être lu.
doctor-file-no-certificate = { $setting } : { $file } ne contient pas de certificat PEM.
doctor-file-no-key = { $setting } : { $file } ne contient pas de clé privée PEM.
doctor-file-encrypted = { $setting } : { $file } est chiffré ; un serveur qui démarre seul n’a pas de mot de passe.
doctor-file-other-key = { $setting } : { $file } n’est pas la clé du certificat.
doctor-file-refused = { $setting } : { $file } est refusé par OpenSSL, comme par les navigateurs ; sa clé est peut-être trop courte.
doctor-file-advice = Aucun serveur ne démarre ainsi ; un serveur qui tourne garde le précédent jusqu’à ce que ce soit réparé.
doctor-file-other-name = Il n’est pas pour { $host }, et les navigateurs l’y refusent.
doctor-file-other-name-advice = Procurez-vous-en un qui porte le nom d’hôte de RESTAREA_PUBLIC_URL.
doctor-file-slow = Sa clé RSA de { $bits } bits retarde toutes les voix de quelques millisecondes à chaque nouvelle connexion.
doctor-file-slow-advice = Procurez-vous un certificat à clé ECDSA (P-256), ou réglez RESTAREA_MEDIA_WORKERS : les voix prennent alors un autre chemin.
doctor-file-open = { $file } est lisible par d’autres sur cette machine (droits { $mode }).
doctor-file-open-advice = Ne laissez que l’utilisateur du serveur la lire : droits 400.
doctor-disk-not-writable = { $place } n’est pas un dossier où cet utilisateur peut écrire.
doctor-disk-not-writable-advice = Choisissez-en un autre, ou donnez l’accès.
doctor-disk-full = Il ne reste que { $free } dans { $folder } : les séances ne pourraient pas être conservées.
doctor-disk-full-advice = Faites de la place.
doctor-disk-scarce = Il ne reste que { $free } dans { $folder }.
doctor-disk-scarce-advice = Faites bientôt de la place.
doctor-disk-fine = { $free } sont libres dans { $folder }.
doctor-backup-not-needed = Il n’y a pas encore de base de données : aucune n’est nécessaire.
doctor-backup-never = « restarea backup » n’en a jamais fait de { $folder }.
doctor-backup-last = La dernière date du { $day }.
doctor-backup-advice = « restarea backup FICHIER » en fait une pendant que le serveur tourne ; docs/operating.md dit comment le faire chaque nuit.
doctor-folder-unknown = Impossible de savoir si un serveur tourne sur { $folder } : { $reason }.
doctor-folder-unknown-advice = Lancez cette commande avec l’utilisateur du serveur.
doctor-folder-free = Aucun serveur ne tourne sur { $folder }.
doctor-folder-served = Un serveur tourne sur { $folder }.
doctor-folder-served-advice = C’est normal si c’est le vôtre ; un autre a besoin de son propre RESTAREA_DATA_DIR.
doctor-folder-elsewhere = Le serveur qui y tourne se trouve à { $url }, et c’est là que mènent les liens ; les réglages d’ici disent les ports { $port } et { $media }.
doctor-folder-unsaid = Le serveur qui y tourne ne dit pas où il se trouve : ce qui est dit des ports est des réglages.
doctor-folder-unsaid-advice = S’il est en train de démarrer, redemandez dans un instant ; sinon, redémarrez-le.
doctor-pages-built = Elles sont construites.
doctor-pages-not-built = Elles ne sont pas construites : les navigateurs montreraient une page vide.
doctor-pages-not-built-advice = Lancez « make client », ou réinstallez.
doctor-forwarding-compiled = Elle se fait en { $engine }.
doctor-forwarding-python = Elle se fait en Python. Cela suffit pour quelques groupes à la fois ; en C, un paquet coûte environ un quart de moins.
doctor-forwarding-python-advice = Pour cela, installez un compilateur C, puis restarea à nouveau (sans RESTAREA_NO_EXTENSIONS).
doctor-workers-none = Le serveur transmet lui-même, sur un cœur.
doctor-workers-some = { $workers ->
    [one] { $workers } processus transmet, sur un port à lui.
   *[other] { $workers } processus transmettent, chacun sur son port.
 }
doctor-workers-many = Il y a plus de processus qui transmettent que de cœurs : { $workers }, contre { $cores }.
doctor-workers-many-advice = Réglez RESTAREA_MEDIA_WORKERS au nombre de cœurs, ou moins.
doctor-turn-not-set = Aucun n’est indiqué. Il sert à ceux dont le réseau ne laisse sortir que HTTPS.
doctor-turn-works = { $where } laisse passer jusqu’au serveur du son et de l’image.
doctor-turn-no-name = { $where } : ce nom ne mène nulle part. Qui en a besoin verra la salle sans rien entendre.
doctor-turn-no-name-advice = Donnez-lui une adresse dans le DNS ; RESTAREA_TURN_HOST le nomme.
doctor-turn-silent = { $where } : rien qui parle TURN n’y répond depuis ici. Qui en a besoin verra la salle sans rien entendre.
doctor-turn-silent-advice = Démarrez coturn, et veillez à ce que le proxy lui transmette les connexions de ce nom.
doctor-turn-no-tls = { $where } : ce qui y répond ne parle pas TLS. Qui en a besoin verra la salle sans rien entendre.
doctor-turn-no-tls-advice = Vérifiez le port, et cert et pkey de coturn.
doctor-turn-untrusted = { $where } : les navigateurs refusent le certificat qui y est présenté, sans le dire. Qui en a besoin verra la salle sans rien entendre.
doctor-turn-untrusted-advice = Il doit être pour ce nom, en cours de validité et avec sa chaîne ; envoyez SIGUSR2 à coturn après un renouvellement.
doctor-turn-refused = { $where } : il n’accepte pas les identifiants que fait ce serveur. Qui en a besoin verra la salle sans rien entendre.
doctor-turn-refused-advice = RESTAREA_TURN_SECRET et static-auth-secret de coturn doivent être identiques, et les deux horloges justes.
doctor-turn-full = { $where } : il n’a plus de place. Qui en a besoin verra la salle sans rien entendre.
doctor-turn-full-advice = Augmentez son total-quota, ou voyez qui l’occupe.
doctor-turn-barred = { $where } : il laisse entrer, mais pas passer jusqu’au serveur du son et de l’image. Qui en a besoin verra la salle sans rien entendre.
doctor-turn-barred-advice = Nommez chaque adresse de RESTAREA_ADVERTISE comme allowed-peer-ip dans sa configuration.
doctor-turn-loopback = { $where } : il dit aux gens qu’ils viennent de 127.0.0.1, ce que Chromium accepte et Firefox non. Qui en a besoin verra la salle sans rien entendre.
doctor-turn-loopback-advice = Faites venir le proxy depuis une autre adresse de cette machine : proxy_bind dans nginx.conf.
doctor-formats-broken = { $why }.
doctor-formats-broken-advice = Les autres sont utilisables. « restarea format check FICHIER » vérifie à nouveau.
doctor-formats-fine = Toutes les { $count } sont utilisables.
doctor-feedback-none = Aucune question n’est posée après une réunion.
doctor-feedback-broken = { $why }.
doctor-feedback-broken-advice = Rien n’est demandé. Corrigez le fichier, et redémarrez.
doctor-feedback-some = Questions posées après une réunion : { $count }.
doctor-mail-printed = Aucun n’est configuré. Les liens pour s’identifier paraissent dans la sortie du serveur ; ceux des réunions se créent sur la page de la réunion et se remettent en main propre.
doctor-mail-printed-advice = Renseignez RESTAREA_MAIL_HOST et ce qui l’accompagne, pour qu’on s’identifie et qu’on invite par courriel.
doctor-mail-works = { $where } accepte le courriel de ce serveur. S’il arrive, un courriel à vous-même le montrera.
doctor-mail-silent = { $where } : aucun serveur de courriel n’y répond d’ici. Personne ne reçoit d’invitation ni de lien pour s’identifier.
doctor-mail-silent-advice = Vérifiez RESTAREA_MAIL_HOST et RESTAREA_MAIL_PORT, et si un pare-feu s’interpose ; RESTAREA_MAIL_SECURITY est en général tls pour le port 465, starttls pour le 587.
doctor-mail-no-tls = { $where } ne parle pas TLS comme le dit RESTAREA_MAIL_SECURITY. Personne ne reçoit d’invitation ni de lien pour s’identifier.
doctor-mail-no-tls-advice = Écrivez en général tls pour le port 465, starttls pour le 587.
doctor-mail-untrusted = { $where } montre un certificat auquel on ne se fie pas ici. Personne ne reçoit d’invitation ni de lien pour s’identifier.
doctor-mail-untrusted-advice = Écrivez dans RESTAREA_MAIL_HOST le nom que porte son certificat.
doctor-mail-refused = { $where } n’accepte pas le nom et le mot de passe donnés. Personne ne reçoit d’invitation ni de lien pour s’identifier.
doctor-mail-refused-advice = Vérifiez RESTAREA_MAIL_USER et le mot de passe.
page-mine-title = Ce qui est gardé à votre sujet
page-mine-text = Avec un lien qui vous est personnel, vous voyez ce que ce serveur garde à votre sujet dans ce groupe, et pouvez le faire effacer.
mine-press = Afficher
mine-over = Ce lien ne montre rien. Sa réunion est passée, ou vous n’êtes pas sur la liste du groupe. Adressez-vous à la personne qui anime votre groupe.
mine-linkless = Cette page a besoin de votre lien : ouvrez-la depuis un courriel de votre groupe, où il se trouve à la fin.
mine-earlier = Ce lien ne montre plus rien : sa réunion est terminée, ou un lien plus récent l’a remplacé. Faites-en envoyer un nouveau à l’adresse que votre leader connaît ; il mène aussi à ce qui est gardé de vous.
mine-group = Votre groupe
mine-none = rien
mine-zone = Fuseau horaire indiqué par votre navigateur
mine-language = Langue des courriels que vous recevez
mine-language-group = celle du groupe ; pour en changer, choisissez la vôtre à l’entrée, avant de dire si vous venez
mine-presented = Cas exposés jusqu’ici
mine-links = Liens personnels enregistrés pour vous
mine-mails = Courriels sur des réunions prévues
mine-replies = Réunions pour lesquelles vous avez dit si vous venez
mine-open = Réunions en cours où vous avez une place
mine-not = Rien de ce qui est dit ou vu dans une réunion n’est gardé. Si quelque chose reste de son déroulement, cela ne contient aucun nom, et rien n’y mène à vous.
mine-certificates = Ce serveur ne retrouve que par votre navigateur que vous étiez à une réunion. Vos attestations de présence, chacune avec le nom du groupe et sans le vôtre, et comment effacer chacune :
mine-certificates-stay = Vos attestations de présence restent. Chacune porte le nom du groupe, le jour et la durée de votre présence, mais pas votre nom ; aucune liste n’y mène depuis le groupe. Vous trouvez chacune dans le navigateur avec lequel vous êtes venu, et pouvez l’effacer :
mine-hours = Ce qui est gardé à votre sujet en tant que leader, vous le lisez une fois identifié :
mine-leave = Quitter le groupe et faire effacer mes données
mine-leave-hint = La question vous est posée encore une fois.
mine-leads = Vous animez ce groupe. Pour faire effacer vos données, nommez un autre leader sur sa page, ou supprimez-y le groupe.
page-mineleave-title = Quitter le groupe et faire effacer vos données ?
page-mineleave-text = Votre nom, votre adresse, vos liens et le nombre de vos cas sont détruits tout de suite ; rien ne peut les faire revenir. La personne qui anime le groupe lit sur sa page que quelqu’un est parti. Si vous êtes dans une réunion, vous y gardez votre place jusqu’à la fin, sans nom.
mine-stay = Rester
page-minegone-title = Vous avez quitté le groupe
page-minegone-text = La liste du groupe ne garde plus rien sur vous. Si vous êtes en ce moment dans une réunion, votre place y reste jusqu’à la fin, sans nom ; rien n’y mène à vous. Les courriels que vous avez sont à vous ; leurs liens n’ouvrent plus rien.
mine-dates-out = Un dernier courriel vous est envoyé maintenant, pour retirer les dates de ce groupe de votre agenda ; ensuite votre adresse ne se trouve plus nulle part ici.
mine-dates-out-open = Un dernier courriel vous est envoyé maintenant, pour retirer de votre agenda les dates à venir de ce groupe ; ensuite votre adresse ne se trouve plus nulle part ici. La réunion ouverte en ce moment reste dans votre agenda : retirez-la vous-même.
mine-dates-stay = Les dates de ce groupe restent dans votre agenda si vous les y avez inscrites : retirez-les vous-même.
mine-receipt = Le reçu, si vous voulez en garder un : { $day }, { $hash }
mail-mine = Ce qui est gardé à votre sujet, et comment le faire effacer
mail-leader-title = Vous pouvez animer des groupes sur Restarea
mail-leader-text = Désormais vous pouvez créer ici des groupes, prévoir leurs réunions et les animer. Vous vous identifiez avec cette adresse électronique ; il n’y a pas de mot de passe.
mail-leader-not-you = Si vous ne savez pas de quoi il s’agit, vous n’avez rien à faire.

## Ce qui part par courriel

mail-hello = Bonjour { $name },
mail-press = Votre lien
mail-link-yours = Ce lien est à vous seul, pour cette réunion. Ouvrez-le là où vous avez une caméra et un micro ; ne le transmettez pas.
mail-reply = Sur la page qu’il ouvre, vous pouvez dire si vous venez, et essayer votre caméra et votre micro. Une réponse à ce courriel, ou par un agenda, ne parvient pas à votre leader.
mail-reply-anew = C’est un autre moment : si vous aviez dit que vous veniez, ou que vous ne pouviez pas, redites-le sur cette page.
mail-telephone = Si la liaison échoue, appelez le { $number }.
mail-calendar = Votre lien se trouve dans le courriel qui vous a apporté cette date.
mail-calendar-lost = Si vous ne le trouvez pas, ouvrez n’importe lequel de vos anciens liens vers ce groupe : il propose de vous en envoyer un nouveau. Ou demandez à votre leader. La page : { $page }
mail-calendar-reply = Dites si vous venez sur la page de votre lien. Ce que répond un agenda ne parvient pas à votre leader.
mail-file-in = Un fichier pour votre agenda est joint : ouvrez-le pour inscrire la date.
mail-file-out = Un fichier pour votre agenda est joint : ouvrez-le pour retirer la date.
mail-led = { $name }, qui anime le groupe, vous invite.
mail-invited-title = { $group } : { $when }
mail-invited-text = Le groupe « { $group } » se réunit le { $when }.
mail-both-clocks = { $theirs } ; à l’heure du groupe : { $group }
mail-series-title = { $group } : { $count ->
    [one] une réunion est prévue
   *[other] { $count } réunions sont prévues
 }
mail-series-text = Le groupe « { $group } » se réunit à ces dates :
mail-series-press = Votre lien vers la première réunion
mail-series-others = Le lien vers chacune des autres réunions vous parvient par courriel, la veille.
mail-files-in = Des fichiers pour votre agenda sont joints, un par date : ouvrez chacun pour inscrire sa date.
mail-series-calendar = Votre lien vous parvient par courriel, la veille.
mail-moved-title = { $group } : déplacée au { $when }
mail-moved-text = La réunion du groupe « { $group } » prévue le { $was } a été déplacée. Elle a lieu le { $when }.
mail-moves-title = { $group } : { $count } réunions déplacées
mail-moves-text = Ces réunions du groupe « { $group } » ont été déplacées :
mail-changed-title = { $group } : nouvelles entrées pour votre agenda
mail-changed-text = Dans un courriel précédent ou dans votre agenda, votre groupe peut avoir un autre nom ou un autre numéro de téléphone.
mail-changed-name = Le groupe s’appelle « { $group } ».
mail-changed-number = Le numéro de téléphone à appeler si la liaison échoue est le { $number }.
mail-changed-number-none = Il n’a pas de numéro de téléphone à appeler si la liaison échoue.
mail-changed-dates = Ces dates du groupe « { $group } » restent les mêmes :
mail-when-moved = { $when } (au lieu du { $was })
mail-cancelled-title = { $group } : annulée, { $when }
mail-cancelled-text = La réunion du groupe « { $group } » du { $when } est annulée.
mail-ended-title = { $group } : { $count } réunions sont annulées
mail-ended-text = Ces réunions du groupe « { $group } » sont annulées :
mail-files-out = Des fichiers pour votre agenda sont joints, un par date : ouvrez chacun pour retirer sa date.
mail-off-title = { $group } : vous n’êtes plus sur sa liste
mail-off-text = Vous n’êtes plus sur la liste du groupe « { $group } ». Ces dates ne vous concernent plus :
mail-reminded-title = { $group } : rappel, { $when }
mail-reminded-text = Le groupe « { $group } » se réunit le { $when }.
mail-fresh-title = { $group } : votre nouveau lien, { $when }
mail-fresh-text = Le groupe « { $group } » se réunit le { $when }. Voici votre nouveau lien ; quelqu’un a ouvert un lien précédent et l’a demandé.
mail-now-title = { $group } : votre nouveau lien
mail-now-text = La réunion du groupe « { $group } » est ouverte. Voici votre nouveau lien ; quelqu’un a ouvert un lien précédent et l’a demandé.
mail-fresh-not-you = Si ce n’était pas vous, vous n’avez rien à faire : le lien n’a été envoyé qu’à vous.

## La porte : on ouvre un lien, on donne un nom, on essaie ses appareils

join-title = Entrer · Restarea
join-entering = Un instant. Votre lien s’ouvre.
join-welcome = Bienvenue
join-of = Une réunion de « { $group } »
join-languages = Autres langues
join-as-leader = Vous animez ce groupe. Donnez votre nom, essayez votre micro et votre caméra, puis entrez.
join-as-co_leader = Vous co-animez ce groupe. Donnez votre nom, essayez votre micro et votre caméra, puis entrez.
join-as-member = Donnez votre nom, essayez votre micro et votre caméra, puis entrez. Le leader vous fera entrer dans le cercle.
join-as-observer = Vous venez observer : vous entendez et voyez le groupe. Le groupe voit que vous êtes là et ne vous entend pas.
join-as-back = Vous avez déjà une place ici. Entrer vous la rend ; dans une autre fenêtre, elle se ferme.
join-as-back-leading = Dans ce navigateur, vous animez ici. Entrer vous rend cette place ; dans une autre fenêtre, elle se ferme. Pour venir en tant qu’une autre personne, ouvrez le lien dans une fenêtre privée.
join-as-back-lead = Ce lien sert à animer, mais ce navigateur a déjà une autre place ici. Pour animer, ouvrez le lien dans une fenêtre privée ou dans un autre navigateur.
join-as-left = Vous étiez déjà ici, puis vous avez quitté la séance. Un leader vous fera de nouveau entrer dans le cercle.
join-elsewhere-seat = Ce navigateur garde une autre place, dans une réunion encore ouverte. Entrer ici y met fin. Pour la conserver, ouvrez ce lien dans un autre navigateur.
join-elsewhere-record = Ce navigateur mène encore à ce qui est conservé d’une réunion précédente : vous pouvez le consulter et vous y opposer. Entrer ici y met fin. Pour garder cette possibilité, ouvrez ce lien dans un autre navigateur.
join-before = Avant d’entrer
join-before-what = Un groupe Balint : une personne présente un cas, et le groupe y réfléchit en toute confidentialité.
join-before-kept-nothing = Le déroulement de la séance n’est pas conservé : il disparaît quand elle est finie, et avec lui ce que le serveur déduit du niveau sonore de chaque micro : qui parle.
join-before-kept-aggregate = Du niveau sonore de chaque micro, le serveur déduit qui parle quand, et combien de temps. Il n’en conserve que des totaux, par phase et sans noms. Vous les voyez d’abord, et pouvez refuser. Qui était là peut reconnaître la séance.
join-before-kept-seat_timeline = Du niveau sonore de chaque micro, le serveur déduit qui parle quand, et combien de temps. Si tous sont d’accord après, il peut être conservé quelle place a parlé quand, par pas de cinq secondes, sans noms ; sinon, seulement des totaux par phase. Qui connaît le groupe peut reconnaître qui est qui : dans une expérience, { $found_again } places sur 100 ont été retrouvées dans le relevé suivant du groupe.
join-before-together = Le relevé est gardé avec les précédents de ce groupe : ses leaders les voient côte à côte.
join-before-shelf = Les leaders peuvent garder ce relevé parmi les leurs, et le montrer en supervision, pour leur formation : par un lien qui prend fin, sans noms.
join-before-not = Le son, l’image et les paroles ne sont jamais conservés ici.
join-attest = Personne d’autre n’est dans la pièce, je porte un casque ou des écouteurs, et rien n’est enregistré.
join-name = Votre nom
join-name-full = 40 caractères : il n’en tient pas plus.
join-name-hint = Tel que le groupe doit le voir : un prénom ou des initiales, pas de nom complet.
join-name-whole = Cela ressemble à un nom complet. Un prénom ou des initiales suffisent ici.
join-check = Micro et caméra
join-microphone = Micro
join-microphone-on = Essayer le micro
join-microphone-opening = Ouverture…
join-microphone-off = Couper le micro
join-microphone-choose = Quel micro
join-camera = Caméra
join-camera-on = Essayer la caméra
join-camera-opening = Ouverture…
join-camera-off = Couper la caméra
join-camera-choose = Quelle caméra
join-level = Le niveau de votre micro
join-level-speak = Dites quelques mots : la barre doit bouger.
join-level-heard = Votre micro fonctionne.
join-voice = Entendre votre propre voix
join-voice-idle = Trois secondes sont enregistrées dans ce navigateur, vous sont rejouées, puis effacées. Rien n’en sort.
join-voice-recording = Parlez maintenant : trois secondes.
join-voice-playing = Voilà comment on vous entend.
join-voice-played = C’était votre voix. Elle est effacée.
join-voice-failed = Ce navigateur ne peut pas rejouer votre voix. Si la barre ci-dessus bouge, le groupe vous entendra.
join-speaker = Jouer un son doux
join-speaker-idle = Pour vos écouteurs : deux notes douces.
join-speaker-sounding = Deux notes douces, maintenant.
join-speaker-sounded = Rien entendu ? Montez le volume, vérifiez que les écouteurs sont branchés, et choisissez-les dans les réglages de son de votre appareil.
join-speaker-failed = Le son n’a pas pu être joué. Choisissez vos écouteurs dans les réglages de son de votre appareil, puis réessayez.
join-preview = Votre propre image, comme dans un miroir
join-path = Votre connexion
join-path-looking = Examen de votre connexion : environ cinq secondes.
join-path-good = Bonne pour la voix et l’image.
join-path-late = Bonne pour la voix et l’image, mais le chemin est long : ce que vous dites arrive tard. Laissez passer un instant après les autres avant de parler.
join-path-voice = Suffisante pour la voix. Les images seront petites ou absentes. Essayez un câble, ou rapprochez-vous du Wi-Fi.
join-path-little = Très faible : des mots peuvent manquer ou arriver tard. Essayez un câble, un autre Wi-Fi ou le réseau de votre téléphone. Fermez ce qui utilise aussi la connexion.
join-path-nothing = Rien ne passe. Essayez un autre réseau, celui de votre téléphone par exemple. Ou demandez à la personne qui s’occupe de votre réseau d’autoriser les connexions vers { $host }, port { $port }, en UDP et en TCP.
join-path-unknown = Votre connexion n’a pas pu être examinée.
join-path-anyway = Vous pouvez entrer quand même.
join-path-tcp = Votre réseau ne laisse passer que TCP : le son peut arriver tard par moments.
join-path-relay = Elle prend un chemin plus long, car votre réseau ne laisse passer que les pages web.
join-path-again = Examiner à nouveau
join-path-figures = Chiffres, pour qui vous aide
join-path-measured = { $loss } % de pertes, { $trip } ms aller-retour ({ $full } ms en charge), { $jitter } ms de gigue, { $rate } kbit/s, { $way }
join-clock = { $hours ->
    [one] L’horloge de cet appareil se trompe d’une heure environ. Les heures que vous lisez ici peuvent être fausses aussi. Dans ses réglages, laissez la date et l’heure se régler automatiquement.
   *[other] L’horloge de cet appareil se trompe d’environ { $hours } heures. Les heures que vous lisez ici peuvent être fausses aussi. Dans ses réglages, laissez la date et l’heure se régler automatiquement.
}
join-kept = Ce qui est conservé
join-kept-sound = Le son et l’image : rien. Ce lieu n’a aucun moyen d’enregistrer.
join-kept-form-nothing = La forme de la séance : phases, durées et places, sans noms et sans paroles. Elle disparaît à la fin de la séance ; rien n’en est conservé.
join-kept-form-aggregate = La forme de la séance : phases, durées et places, sans noms et sans paroles. À la fin de la séance, seuls des totaux en sont conservés, sans noms ; vous les voyez d’abord, et pouvez refuser.
join-kept-form-seat_timeline = La forme de la séance : phases, durées et places, sans noms et sans paroles. À la fin de la séance, il peut être conservé quelle place a parlé quand ; vous le voyez d’abord. Ce n’est conservé que si tous sont d’accord, sinon seulement des totaux ; et chacun peut refuser l’un et l’autre.
join-kept-shelf = Ce qui est gardé de la séance, les personnes qui animent peuvent le garder parmi leurs propres relevés, à côté de ceux d’autres groupes. Ils forment une suite de mois et de tailles, sans aucun nom de groupe ; qui sait ce qu’elles animent peut y reconnaître une séance.
join-kept-copies = Les leaders peuvent aussi emporter ce qui est gardé, en fichiers et en images. Ces copies ne sont pas détruites avec lui.
join-kept-name = Votre nom : jusqu’à la fin de la séance. Ensuite, plus personne ne peut le lire.
join-kept-group = Votre nom : votre groupe garde la liste de ses membres et, pour chacun, le nombre de cas présentés ; les leaders voient ce nombre. Le fuseau horaire de votre navigateur, pour que les courriels disent votre heure. Une fois la séance finie, on ne peut plus lire qui y était assis où.
join-kept-attendance = { $months ->
    [one] Que vous étiez là, quand et combien de temps, avec le nom de votre groupe et sans le vôtre : jusqu’à la fin du mois prochain, pour que vous puissiez imprimer une attestation. Seul un navigateur qui vous a servi à entrer peut l’ouvrir.
   *[other] Que vous étiez là, quand et combien de temps, avec le nom de votre groupe et sans le vôtre : pendant les { $months } mois qui suivent, pour que vous puissiez imprimer une attestation. Seul un navigateur qui vous a servi à entrer peut l’ouvrir.
}
join-kept-hours = { $months ->
    [one] Si vous vous identifiez ici comme leader : quand, combien de temps et quel groupe vous avez animé, dans une liste que personne d’autre ne voit et que vous pouvez effacer, jusqu’à la fin du mois prochain.
   *[other] Si vous vous identifiez ici comme leader : quand, combien de temps et quel groupe vous avez animé, dans une liste que personne d’autre ne voit et que vous pouvez effacer, pendant { $months } mois.
}
join-kept-feedback = Après, vous pouvez répondre à quelques questions. Les réponses sont seulement comptées, sur tous les groupes d’un mois ; rien ne garde qui a répondu.
join-kept-heard = Le serveur décide qui vous entend. Quand vous êtes en retrait, votre voix ne parvient à personne.
join-kept-leaders = Les leaders sont seuls à voir si votre connexion est bonne, si votre micro est allumé et quand il a été entendu pour la dernière fois, et, s’ils le demandent, que vous n’avez pas encore parlé.
join-enter = Entrer
join-enter-listening = Entrer, en écoute seule
join-enter-hint = Votre micro et votre caméra restent tels que vous les avez réglés ici.
join-enter-hint-leader = Les participants attendent que vous les fassiez entrer.
join-enter-hint-listening = Dans la salle, vous pourrez ouvrir votre micro à tout moment.
join-enter-hint-without = Vous entrez en écoutant. Dès qu’un micro fonctionne ici, vous pourrez l’ouvrir dans la salle.
join-enter-hint-observer = Votre caméra reste telle que vous l’avez réglée ici.
join-trouble-bad_name = Donnez un nom de 1 à 40 caractères, s’il vous plaît.
join-trouble-name_taken = Quelqu’un porte déjà ce nom ici : le groupe lit le vôtre « { $name } ». Entrez ainsi, ou écrivez-en un autre.
join-trouble-not_attested = Cochez la case ci-dessus, s’il vous plaît.
join-trouble-offline = Il n’y a pas de connexion pour l’instant. Réessayez dans un moment.
join-trouble-draining = Le serveur s’arrête. Une fois qu’il sera relancé, vous pourrez entrer.

## Pourquoi un lien ne laisse entrer personne

refused-no_link-title = Ouvrez votre lien
refused-no_link-text = Pour rejoindre votre groupe, ouvrez le lien que votre leader vous a envoyé. Cette page seule ne mène nulle part.
refused-no_webrtc-title = Ce navigateur ne peut pas transmettre la voix
refused-no_webrtc-text = Il lui manque ce qu’il faut pour un appel (WebRTC), ou c’est désactivé. Ouvrez votre lien dans un Firefox, Chrome, Edge ou Safari récent ; dans une autre application, comme celle du courrier, choisissez « Ouvrir dans le navigateur ». Votre lien reste valable.
refused-unknown_link-title = Ce lien n’est pas connu
refused-unknown_link-text = Il en manque peut-être une partie. Copiez le lien entier depuis le message, ou demandez-en un nouveau à votre leader.
refused-expired_link-title = Ce lien a expiré
refused-expired_link-text = Un lien ne fait entrer que pendant quelques heures, et le temps de celui-ci est passé. S’il vous a déjà fait entrer, ouvrez-le dans le même navigateur ; sinon, demandez-en un nouveau à votre leader.
refused-earlier_link-title = Ce lien n’est plus le bon
refused-earlier_link-text = Sa réunion est passée, ou un lien plus récent l’a remplacé. Faites-vous-en envoyer un nouveau à l’adresse que votre leader a pour vous.
refused-earlier_link-text-leads = Sa réunion est passée, ou un lien plus récent l’a remplacé. Vous animez ce groupe : faites-vous envoyer un nouveau lien à l’adresse que le groupe a pour vous, ou connectez-vous comme leader et ouvrez la réunion depuis la page de votre groupe.
refused-ended_link-title = Ce lien n’est plus valable
refused-ended_link-text = La personne à qui il était destiné ne figure plus sur la liste de son groupe, ou le groupe n’existe plus. Si vous avez quitté le groupe et souhaitez y revenir, demandez à la personne qui l’anime de vous inviter à nouveau.
refused-link_taken_back-title = Votre lien a été retiré
refused-link_taken_back-text = La personne qui anime votre groupe a retiré votre lien vers la réunion en cours ou la prochaine. Elle seule peut vous en donner un autre : adressez-vous à elle en dehors de cette page.
refused-used_link-title = Ce lien a fait entrer toutes les personnes prévues
refused-used_link-text = Si vous avez déjà une place par ce lien, ouvrez-le dans le même navigateur ; sinon, demandez à votre leader un lien à vous.
refused-session_full-title = Le cercle est complet
refused-session_full-text = Toutes les places de cette séance sont prises. Prévenez votre leader, s’il vous plaît.
refused-session_ended-title = Cette séance est terminée
refused-session_ended-text = Rien de ce qui s’est dit n’a été conservé. Pour la prochaine réunion, votre leader vous enverra un nouveau lien.
refused-session_ended-text-leads = Rien de ce qui s’est dit n’a été conservé. Pour la prochaine réunion, ouvrez une nouvelle séance : depuis la page de vos groupes, ou comme celle-ci a été ouverte.
refused-place_ended-title = Cette réunion est terminée
refused-place_ended-text = Votre place n’y mène plus nulle part. Pour la prochaine réunion, ouvrez le lien que votre leader vous enverra.
refused-place_unknown-title = Rouvrez votre lien
refused-place_unknown-text = Ce navigateur n’a plus de place dans une réunion : elle est terminée, ou vous y êtes sur un autre appareil ou dans un autre navigateur. Tant qu’elle dure, votre lien vous rend la place ici. S’il ne le fait pas, demandez-en un nouveau à votre leader.
refused-earlier-mail = Un ancien lien, d’un autre courriel de votre groupe, propose de vous en envoyer un nouveau.
refused-not_open_yet-title = La réunion n’est pas encore ouverte
refused-not_open_yet-text = Elle commence le { $when }, à votre heure. Cette page regarde à nouveau d’elle-même ; votre lien reste valable.
refused-not_open_yet-look = Regarder maintenant
reply-title = Viendrez-vous ?
reply-title-others = Viendrez-vous aux autres dates ?
reply-come = Je viendrai
reply-cannot = Je ne peux pas venir
reply-open = Vous ne l’avez pas encore dit.
reply-said-come = C’est noté : vous viendrez.
reply-said-cannot = C’est noté : vous ne pouvez pas venir. Si cela devient possible, votre lien reste valable.
reply-said-cannot-later = C’est noté : vous ne pouvez pas venir. Si cela devient possible, dites-le ici ; le lien vient par courriel, la veille.
reply-failed = Cela n’a pas pu être noté. Appuyez de nouveau dans un instant.
reply-hint = Vous pouvez changer d’avis jusqu’à l’ouverture. Seuls les leaders du groupe le voient ; personne ne demande de raison.
try-title = Tout essayer avant
try-text = Caméra, micro, haut-parleur et connexion, comme à la réunion. Cela prend une minute, n’importe quel jour avant. Personne ne vous voit ni ne vous entend, et rien n’est gardé.
try-open = Essayer maintenant
refused-meeting_cancelled-title = Cette réunion est annulée
refused-meeting_cancelled-text = Votre leader l’a annulée. Pour la prochaine, vous recevrez un nouveau lien.
refused-removed-title = Votre place dans cette séance est fermée
refused-removed-text = Un leader l’a fermée, et elle ne s’ouvre plus dans cette séance. Si vous pensez à une erreur, écrivez à votre leader pour la prochaine.
refused-no_session-title = Rouvrez votre lien
refused-no_session-text = Ce navigateur n’a plus de place dans la séance. Votre lien vous la rend.
refused-draining-title = Le serveur s’arrête
refused-draining-text = Une fois qu’il sera relancé, vous pourrez entrer : réessayez dans une minute. Votre lien reste valable.
refused-too_fast-title = Trop de tentatives
refused-too_fast-text = Attendez une minute, puis réessayez. Votre lien reste valable.
refused-offline-title = Pas de connexion
refused-offline-text = Le serveur est injoignable. Vérifiez que cet appareil est en ligne, puis réessayez. Votre lien reste valable.
refused-server_error-title = Quelque chose n’a pas fonctionné ici
refused-server_error-text = C’est notre faute, pas la vôtre. Attendez un instant, puis réessayez. Votre lien reste valable.
refused-again = Réessayer
refused-fresh-send = M’envoyer un nouveau lien
refused-fresh-sending = Un instant…
refused-fresh-sent = Si votre groupe a une adresse pour vous, le lien y arrive dans quelques minutes. Si rien n’arrive, demandez à qui anime le groupe.
refused-fresh-none = Aucune réunion de votre groupe n’est encore prévue. Dès qu’elle le sera, vous recevrez une invitation, ou vous pourrez redemander ici.
refused-fresh-too_fast = Trop de tentatives. Attendez une minute, puis réessayez.
refused-fresh-failed = Cela n’a pas fonctionné pour l’instant. Vérifiez que cet appareil est en ligne, puis réessayez.

## Micro et caméra qui ne s’ouvrent pas

trouble-microphone-denied = Le navigateur n’a pas le droit d’utiliser le micro. Autorisez-le au cadenas, près de l’adresse. D’ici là, vous pouvez écouter.
trouble-microphone-none = Aucun micro n’a été trouvé. Branchez-en un, ou écoutez sans.
trouble-microphone-busy = Un autre programme utilise le micro. Fermez-le, puis réessayez. D’ici là, vous pouvez écouter.
trouble-microphone-failed = Le micro ne s’ouvre pas. Réessayez, ou essayez un autre navigateur. D’ici là, vous pouvez écouter.
trouble-camera-denied = Le navigateur n’a pas le droit d’utiliser la caméra. Autorisez-la au cadenas, près de l’adresse, ou venez sans image.
trouble-camera-none = Aucune caméra n’a été trouvée. Vous pouvez venir sans image.
trouble-camera-busy = Un autre programme utilise la caméra. Fermez-le, puis réessayez, ou venez sans image.
trouble-camera-failed = La caméra ne s’ouvre pas. Réessayez, ou venez sans image.

## La ligne qui dit vrai sur soi

own-link-good = Liaison : bonne
own-link-weak = Liaison : faible
own-link-very_weak = Liaison : très faible
own-link-down = Liaison : perdue
own-link-busy = Appareil : surchargé
truth-heard = Le groupe vous entend.
truth-heard-turn = C’est votre tour : le groupe vous entend.
truth-heard-floor = La parole est à { $name }. Le groupe vous entend si vous parlez.
truth-heard-paused = Pause. Le groupe vous entend.
truth-heard-leaders = Seuls les leaders vous entendent.
truth-pushed-back = Le groupe ne vous entend pas en ce moment : vous êtes en retrait.
truth-stepped-out = Vous êtes à part avec { $names }. Personne d’autre ne vous entend ni ne vous voit.
truth-aside = Vous êtes à part : vous n’entendez personne, et personne ne vous entend ni ne vous voit. Votre place est gardée.
truth-whispers = Vous chuchotez : seuls les leaders vous entendent.
truth-watches = Vous regardez : le groupe ne vous entend pas en ce moment.
truth-observer = Vous observez : le groupe vous voit et ne vous entend pas.
truth-leaders-alone = Les leaders sont entre eux. Personne ne vous entend, et vous n’entendez personne.
truth-floor-leaders = La parole est aux leaders. Le groupe ne vous entend pas en ce moment.
truth-floor-presenter = La parole est à { $name }, qui présente. Le groupe ne vous entend pas en ce moment.
truth-floor-turn = La parole est à { $name }. Le groupe ne vous entend pas en ce moment.
truth-floor-next = À tour de rôle : le groupe vous entend quand la parole vous est donnée et que votre micro est ouvert.
truth-floor-asker = Questions, à tour de rôle : le groupe vous entend quand la parole vous est donnée et que votre micro est ouvert.
truth-off = Votre micro est coupé. Vous écoutez.
truth-off-paused = Pause. Votre micro est coupé. Vous écoutez.
truth-off-blocked = Votre navigateur attend un geste de votre part avant de vous faire entendre le groupe. Votre micro est coupé.
truth-off-your-turn = La parole est à vous, et votre micro est coupé.
truth-off-private = Vous êtes à part avec { $names }. Votre micro est coupé : personne ne vous entend, et personne d’autre ne vous voit.
truth-opening = Votre micro s’ouvre.
truth-microphone-denied = Le groupe ne peut pas vous entendre : le navigateur n’a pas le droit d’utiliser votre micro. Autorisez-le au cadenas, près de l’adresse.
truth-microphone-none = Le groupe ne peut pas vous entendre : aucun micro n’a été trouvé. Branchez-en un, puis activez-le.
truth-microphone-busy = Le groupe ne peut pas vous entendre : un autre programme utilise votre micro. Fermez-le, puis réessayez.
truth-microphone-failed = Le groupe ne peut pas vous entendre : votre micro ne s’ouvre pas. Réessayez, ou essayez un autre navigateur.
truth-silent = Votre micro ne donne aucun son. Vérifiez qu’il n’est ni coupé ni débranché.
truth-not-arriving = Votre micro ne parvient pas au serveur : le groupe ne vous entend pas. Coupez-le, puis rallumez-le.
truth-nobody-hears = Votre voix ne parvient à personne en ce moment. Attendez un peu ; si cela dure, rechargez cette page.
truth-alone = Personne d’autre n’est dans le cercle en ce moment.
truth-alone-leaders = Il n’y a que vous ici pour l’instant.
truth-returning = Les autres reviennent : personne ne vous entend encore.
truth-heard-outside = Personne d’autre n’est dans le cercle en ce moment ; { $name }, en retrait, vous entend.
truth-heard-returning = Les autres sont en train de revenir : tout le monde ne vous entend pas encore.
truth-unsteady = Rien n’arrive du serveur en ce moment : le groupe ne vous entend peut-être pas. Si cela dure, fermez les autres fenêtres, ou rapprochez-vous du Wi-Fi.
truth-unsteady-off = Votre micro est coupé. Rien n’arrive du serveur en ce moment : vous n’entendez peut-être pas le groupe.
truth-busy = Cet appareil est surchargé : le groupe ne vous entend peut-être pas. Fermez ce qui est ouvert par ailleurs.
truth-waiting = Vous êtes dans la salle d’attente. Personne ne vous entend ni ne vous voit.
truth-connecting = Connexion en cours.
truth-lost = La connexion est perdue et se rétablit. Laissez cette page ouverte ; votre place est gardée.
truth-draining = Le serveur a été arrêté. S’il est relancé, cette page reprend d’elle-même : laissez-la ouverte.
truth-clock-stands = D’ici là, cette page ne sait pas comment l’horloge avance.
truth-media-connecting = Le son et l’image se connectent.
truth-media-lost = Le son et l’image sont perdus et se rétablissent. Laissez cette page ouverte ; votre place est gardée.
telephone-ring = Si la liaison échoue, appelez le
truth-media-refused = Le son et l’image ne peuvent pas être connectés. Rouvrez votre lien.
truth-replaced = Vous êtes dans la salle dans une autre fenêtre. Rien n’est envoyé d’ici.
truth-removed = Vous n’êtes plus dans cette séance.
truth-ended = La séance est terminée. Personne ne vous entend ni ne vous voit.
truth-left = Vous avez quitté la séance. Personne ne vous entend ni ne vous voit.
truth-no-place = Ce navigateur n’a pas de place dans la séance. Rouvrez votre lien.
truth-outdated = Cette page n’est plus à jour. Rechargez-la.

## Ce qu’entend un lecteur d’écran

announce-phase = Maintenant : { $phase }
announce-no-presenter = Il n’y a plus de présentateur.
announce-one-at-a-time = Une voix à la fois : on n’entend que les leaders et qui a la parole.
announce-one-at-a-time-asker = Une voix à la fois : on n’entend que qui questionne et le présentateur, et les leaders.
announce-one-at-a-time-over = « Une voix à la fois » est terminé.
announce-paused = La séance est en pause.
announce-resumed = La séance reprend.
announce-admitted = Vous êtes dans le cercle.
announce-admitted-outer = Vous êtes dans le cercle extérieur : vous regardez, et le groupe ne vous entend pas.
announce-leader-here = Un leader est là.
announce-ended = La séance est terminée.
announce-you-present = Vous présentez le cas.
announce-pushed-back = Vous êtes en retrait. Le groupe ne vous entend pas.
announce-back-in-circle = Vous êtes de retour dans le cercle.
announce-your-turn = C’est votre tour.
announce-turn-over = Votre tour est terminé.
announce-leaders-alone = Les leaders sont maintenant entre eux.
announce-outside = Le cercle est clos. Personne ne vous entend, et vous n’entendez personne.
announce-no-leader = Aucun leader n’est là. L’horloge attend.
announce-outside-again = { $name } est de nouveau en retrait : le groupe ne l’entend pas.
announce-stepped-out = Vous êtes à part. Seules les personnes avec vous vous entendent.
announce-aside = Vous êtes à part. Vous n’entendez personne, et personne ne vous entend.
announce-stepped-in = Vous êtes de retour dans le cercle.
announce-in-debrief = Vous êtes de retour à la reprise entre leaders.
announce-invited = On vous invite à jouer un rôle. Vous pouvez refuser.
announce-you-lead = C’est vous qui animez maintenant.
announce-heard = Le groupe vous entend à partir de maintenant.
announce-unheard = Le groupe ne vous entend pas en ce moment.
announce-door = Quelqu’un attend à la porte.
announce-hand = Une main est levée.
announce-lost = La connexion est perdue et se rétablit.
announce-back = La connexion est rétablie.

## Les phases, dans les mots du métier

phase-arrival = Arrivée
phase-case_call = Qui a un cas ?
phase-presentation = Exposé du cas
phase-questions = Questions de clarification
phase-discussion = Élaboration
phase-return = Retour du présentateur
phase-joint_discussion = Discussion commune
phase-closing = Clôture
phase-stories = Récits
phase-follow_up = Nouvelles des cas
phase-choice = Choix d’un récit
phase-seating = Placement des cercles
phase-casting = Distribution des rôles
phase-scene = La scène
phase-de_roling = Dé-rôlage
phase-fantasies = Associations
phase-hypotheses = Hypothèses
phase-suggestions = Propositions
phase-reflection = Réflexion
phase-review = Retour sur le travail
phase-leaving = Au revoir
phase-debrief = Reprise entre leaders
phase-whole_meeting = La réunion entière

## La salle

room-title = Restarea
room-back-title = Vous êtes en retrait
room-case = { $number ->
    [2] Deuxième cas
    [3] Troisième cas
   *[other] Cas { $number }
  }
room-circle = Le cercle
room-you = Vous
room-seat = Place { $number }
room-role-leader = leader
room-role-co_leader = co-leader
room-role-director = dirige le jeu
room-role-leader_in_training = leader en formation
room-role-supervisor = superviseur
room-role-member = participant·e
room-role-observer = observateur
room-role-presenter = présente
room-role-pushed_back = en retrait
room-part-protagonist = protagoniste
room-part-auxiliary = auxiliaire
room-part-double = double
room-returning = revient
room-returning-long = revient, la place est gardée
room-link-lost = liaison perdue
room-link-lost-long = la liaison est perdue, la place est gardée
room-seat-absent = hors de la salle
room-seat-speaking = parle
room-seat-floor = a la parole
room-seat-hand = main levée, numéro { $place }
room-whispers-to-you = { $name } vous chuchote.
room-seat-whispers = vous chuchote
room-gathering = On arrive
room-says-gathering = Un leader ouvre la séance.
room-says-gathering-you = Vous ouvrez la séance depuis votre pupitre, quand vous voulez.
room-says-early = Aucun leader n’est encore là. Vous pouvez vous parler.
room-says-paused = Le groupe se repose. Rien ne se perd.
room-says-arrival = Un moment pour arriver.
room-says-case_call = Prenez votre temps. Qui pense à un patient peut le dire.
room-says-chosen = { $name } va présenter.
room-says-chosen-you = Vous allez présenter.
room-says-presentation = { $name } raconte. Les autres écoutent.
room-says-presentation-you = Vous racontez. Les autres écoutent.
room-says-questions = Des questions brèves, sur les faits. { $name } répond.
room-says-questions-you = Des questions brèves, sur les faits. Vous répondez.
room-says-asks = { $name } pose une question.
room-says-asks-you = Vous posez une question.
room-says-turn = La parole est à { $name }.
room-says-turn-you = La parole est à vous.
room-says-turn-next = La parole est à { $name }. Ensuite, à vous.
room-says-turn-alone = Une voix à la fois : la parole est à { $name }.
room-says-turn-alone-you = Une voix à la fois : la parole est à vous.
room-says-one-at-a-time = Une voix à la fois : pour parler, on lève la main.
room-says-discussion = Le groupe pense au médecin et au patient.
room-says-discussion-back = Le groupe élabore. { $name }, en retrait, écoute.
room-says-discussion-back-you = Le groupe élabore, et vous écoutez.
room-says-return = { $name } revient dans le cercle et ne doit aucune réponse.
room-says-return-you = Vous revenez dans le cercle et ne devez aucune réponse.
room-says-joint_discussion = Tout le groupe ensemble.
room-says-closing = Les leaders referment le cas.
room-says-stories = Une brève histoire, à tour de rôle. On peut passer.
room-says-follow_up = Ce que sont devenus les cas précédents.
room-says-choice = Dites qui vous aimeriez entendre. Aucun décompte n’est montré.
room-says-seating = Les leaders placent le cercle intérieur.
room-says-casting = Des rôles sont proposés. On peut décliner une invitation.
room-says-invited-auxiliary = On vous invite à jouer quelqu’un ou quelque chose du récit. Vous pouvez refuser.
room-says-invited-double = On vous invite à être un double, qui parle aux côtés du protagoniste. Vous pouvez refuser.
room-says-invited-protagonist = On vous invite à être protagoniste. Vous pouvez refuser.
room-says-scene = La scène se joue. Les autres regardent.
room-says-de_roling = On parle depuis son rôle, puis on le quitte.
room-says-fantasies = Ce qui vient à l’esprit, sans juger.
room-says-hypotheses = Qu’y a-t-il peut-être derrière ? Pas de verdict.
room-says-suggestions = Les propositions pratiques sont bienvenues ici.
room-says-reflection = Le cercle réfléchit à ce qu’il a entendu.
room-says-review = Le groupe revient sur son travail.
room-says-leaving = Restez un moment, ou partez quand vous voulez. Au revoir.
room-says-last-minutes = Le cercle se ferme dans quelques minutes.
room-says-closes-now = Le leader ferme maintenant le cercle.
room-says-debrief = Les leaders sont entre eux.
room-says-no-presenter = Il n’y a pas de présentateur pour l’instant.
room-says-presenter-out = Le présentateur est à part.
room-paused = Pause
room-arc = Temps de cette phase : { $past } parts sur { $parts } sont passées
room-controls = Ce que vous pouvez faire
room-microphone-on = Activer le micro
room-microphone-off = Couper le micro
room-camera-on = Activer la caméra
room-camera-off = Couper la caméra
room-hand-raise = Lever la main
room-hand-lower = Baisser la main
room-turn-pass = Je passe cette fois
room-word-distress = Je ne vais pas bien : puis-je parler à un leader ?
room-word-leave_early = Je dois partir plus tôt
room-early-all = Dire à tout le monde que je dois partir plus tôt
room-early-said = Tout le monde sait que vous devez partir plus tôt
room-offers = a un cas
room-leaves-early = part plus tôt
room-word-said-distress = Envoyé aux leaders : vous n’allez pas bien
room-word-said-leave_early = Envoyé aux leaders : vous devez partir plus tôt
room-word-waits-distress = Laissé aux leaders : vous n’allez pas bien
room-word-waits-leave_early = Laissé aux leaders : vous devez partir plus tôt
room-word-waits-bring_me_back = Laissé aux leaders : faites-moi revenir
room-word-waits-need_a_pause = Laissé aux leaders : j’ai besoin d’une pause
room-word-seen-by = { $word ->
    [bring_me_back] { $name } l’a lu : dans un instant. Le redire
   *[other] { $name } l’a lu et continue pour l’instant. Le redire
}
room-word-a-leader = Un des leaders
room-come-back = Revenir dans le cercle
room-come-back-seen = { $name } l’a lu.
room-come-back-in = Si aucun leader ne vous fait revenir, vous pourrez revenir de vous-même dans { $seconds } s.
room-come-back-may = Aucun leader ne vous a fait revenir : vous pouvez maintenant revenir dans le cercle.
room-case-take-back = Je retire mon cas…
room-case-take-back-text = Le groupe verra qu’il n’y a plus de présentateur, et non pourquoi. Vous ne devez de raison à personne.
room-case-take-back-yes = Oui, je le retire
room-case-take-back-no = Non, je le garde
room-stepped-out = à part
room-aside = À part
room-says-aside = Prenez le temps qu’il vous faut. Les autres ne vous entendent ni ne vous voient.
room-says-left-aside = { $name } a mis fin à l’entretien. Il n’y a plus que vous ici : revenez.
room-says-left-alone = { $name } a mis fin à l’entretien. Restez le temps qu’il vous faut.
room-says-left-aside-gone = Il n’y a plus que vous ici : revenez.
room-says-left-alone-gone = Il n’y a plus que vous ici. Restez le temps qu’il vous faut.
room-says-left-outside = { $name } a mis fin à l’entretien : personne ne vous entend maintenant.
room-private-leave = Revenir dans le cercle
room-private-debrief = Revenir à la reprise
room-private-end = Terminer cet entretien
room-private-agree = Accepter que { $name } entre
room-says-returning = Tout le monde revient.
room-says-returning-waits = Tout le monde revient. L’horloge attend.
room-says-leader-returning = La liaison du leader est perdue. L’horloge attend son retour.
room-says-no-leader = Aucun leader n’est là. L’horloge attend.
room-says-heard-soon = Aucun leader n’est là. Dans { $seconds } s, on entend tout le monde, { $name } aussi.
room-says-heard-soon-you = Aucun leader n’est là. Dans { $seconds } s, on entend tout le monde, vous aussi.
room-says-suspended = Aucun leader n’est là. Jusqu’au retour de l’un d’eux, on entend tout le monde dans le cercle.
room-says-presenter-missed = Le présentateur n’est pas là. L’horloge attend.
room-says-speaker-missed = La liaison de { $name } est coupée. La parole lui reste.
seen = Qui voit quoi
seen-title = Qui est là, et qui voit quoi de vous
seen-here = En ce moment dans le cercle
seen-all = Tout le cercle voit
seen-all-name = Votre nom, votre place et votre rôle, et votre image tant que la caméra est activée.
seen-all-voice = Quand vous parlez, quand votre micro est coupé et quand votre liaison est perdue.
seen-all-hand = Votre main levée et son rang ; que vous êtes à part ; que vous devez partir plus tôt, si vous le dites à tout le monde.
seen-leaders = Les leaders voient en plus
seen-leaders-link = La qualité de votre liaison : bonne, faible ou très faible.
seen-leaders-voice = Si votre micro transmet un son, et depuis combien de minutes vous gardez le silence.
seen-leaders-unspoken = Sur demande de leur part : que vous n’avez pas encore parlé dans cette phase.
seen-leaders-words = Vos mots discrets, jusqu’à ce qu’un leader les mette de côté.
seen-leaders-turn = À la seconde près, depuis quand vous avez la parole.
seen-leaders-cases = Combien de cas vous avez présentés, dans cette réunion et dans celles d’avant ; et, parmi les mains levées, qui a eu le moins souvent la parole.
seen-leaders-coming = Que vous avez dit ne pas pouvoir venir, le cas échéant.
seen-nobody = Personne ne voit qui vous nommez quand le groupe choisit, ni ce qui est ouvert par ailleurs sur votre ordinateur.
room-word = Un mot discret
room-word-stands = Mot envoyé
room-word-seen = Mot lu
room-word-leaders = Aux leaders seuls
room-word-leaders-text = Personne d’autre ne sait que vous avez dit quelque chose.
room-word-all = À tout le monde
room-word-all-text = Tout le cercle le voit.
room-word-waiting = Les leaders le lisent dès que l’un d’eux est là.
room-word-bring_me_back = Faites-moi revenir
room-word-return = Si aucun leader ne vous fait revenir dans les { $seconds } s, vous pourrez revenir de vous-même.
room-word-need_a_pause = J’ai besoin d’une pause
room-word-said-bring_me_back = Envoyé aux leaders : faites-moi revenir
room-word-said-need_a_pause = Envoyé aux leaders : j’ai besoin d’une pause
room-case-offer = J’ai un cas
room-case-withdraw = Retirer ma proposition
room-audience-accept = J’accepte le public
room-name-one = Nommez qui vous aimeriez entendre
room-named = Vous avez nommé { $name }. Changer
room-name-one-title = Qui aimeriez-vous entendre ?
room-name-one-text = Personne ne voit qui vous nommez, et aucun décompte n’est montré. Vous pouvez changer d’avis jusqu’à la clôture du choix.
room-name-myself = Moi-même
room-parts-give = Donner les rôles
room-parts-title = Qui joue quoi ?
room-parts-text = Un auxiliaire joue quelqu’un ou quelque chose du récit. Un double parle à côté du protagoniste. On peut décliner une invitation.
room-part-invited = invitation : { $part }
room-part-take = Accepter
room-part-decline = Refuser
room-part-off = Quitter mon rôle
room-plate = Qui, ou quoi ?
room-plate-of = Plaque de { $name }
room-plate-put = Mettre la plaque
room-scene-stop = Arrêter la scène
room-says-frozen = La scène est arrêtée.
room-outer = cercle extérieur
room-inner = cercle intérieur
room-outer-count = Cercle extérieur, { $count }
room-turn-end = J’ai terminé
room-push-back = Me remettre en retrait
room-self-hide = Masquer mon image
room-self-show = Montrer mon image
room-close = Fermer
room-language-text = La page se rouvre pour cela et votre place reste.
room-language-microphone = La page se rouvre pour cela et votre place reste ; rallumez ensuite votre micro.
room-leave = Quitter
room-leave-title = Un instant, ou pour de bon ?
room-leave-title-now = Quitter la séance ?
room-leave-text = Si vous quittez, votre place sort du cercle.
room-leave-text-waiting = Vous pouvez vous absenter un instant : micro et caméra se coupent, et vous attendez toujours ici. Si vous quittez, ouvrez votre lien pour revenir et attendez qu’on vous fasse entrer.
room-leave-text-leader = Si vous quittez, la séance continue sans vous.
room-leave-text-last = Aucun autre leader n’est là. Si vous quittez, plus personne n’anime : l’horloge attend et, en général après une minute, on entend tout le monde dans le cercle, même qui est en retrait.
room-leave-text-nobody = Aucun autre leader n’est là. Si vous quittez, plus personne n’anime jusqu’au retour de l’un d’eux.
room-leave-text-debrief = Aucun autre leader n’est là. Si vous quittez, la séance se termine d’elle-même cinq minutes plus tard, aussi pour qui n’a pas fermé sa page.
room-leave-presents = Vous présentez : si vous quittez, votre cas s’arrête là et ne revient pas avec vous.
room-leave-text-out = Vous pouvez vous absenter un instant : micro et caméra se coupent, vous n’entendez plus personne, et tout le monde voit que vous êtes à part. Votre place est gardée.
room-leave-stay = Rester
room-leave-step-out = M’absenter un instant
room-leave-pause = Qui anime reste tant que le temps court : pour vous absenter, faites d’abord une pause.
room-leave-pause-first = Qui anime reste tant que le temps court : pour vous absenter, faites d’abord une pause, ou laissez un autre leader prendre la main.
room-leave-tell = Dire aux leaders seuls que je dois partir plus tôt
room-leave-now = Quitter la séance
room-sound-blocked = Votre navigateur attend un geste de votre part avant de jouer le son.
room-sound-on = Activer le son
room-draining = Le serveur s’arrête. Laissez cette page ouverte : s’il est relancé, la séance reprendra là où elle en était.
room-draining-rehearsal = La répétition s’arrête.
room-waiting-title = Bienvenue, { $name }
room-waiting-title-nameless = Bienvenue
room-waiting-text = La séance n’a pas commencé. Le leader vous fera entrer.
room-waiting-running = La séance a commencé. Le leader vous fera entrer au bon moment.
room-waiting-closed = Le cercle est clos : seuls les leaders sont encore là. Vous pouvez fermer cette page.
room-waiting-unheard = Vous n’avez rien à faire. Cette page ouvrira le cercle d’elle-même.
room-ended-title = La séance est terminée
room-ended-text = Ni son ni image n’en ont été enregistrés.
room-ended-asks-aggregate = Du déroulement, quelque chose peut être gardé : des totaux, sans noms. Regardez-les, s’il vous plaît : jusqu’au { $time }, vous pouvez dire non. Ne rien dire, c’est être d’accord ; personne n’apprend qui a dit quoi.
room-ended-asks-seat_timeline = Du déroulement, quelque chose peut être gardé : quelle place a parlé quand, sans noms. Regardez-le, s’il vous plaît, et dites oui ou non jusqu’au { $time }. Ne rien dire, c’est ne pas être d’accord ; seuls des totaux sont alors gardés.
room-ended-kept-aggregate = Du déroulement, quelque chose peut être gardé : des totaux, sans noms. Regardez-les, s’il vous plaît : pendant quelques heures, vous pouvez dire non ; la page suivante dit jusqu’à quand. Ne rien dire, c’est être d’accord ; personne n’apprend qui a dit quoi.
room-ended-kept-seat_timeline = Du déroulement, quelque chose peut être gardé : quelle place a parlé quand, sans noms. Regardez-le, s’il vous plaît, et dites oui ou non ; la page suivante dit jusqu’à quand. Ne rien dire, c’est ne pas être d’accord ; seuls des totaux sont alors gardés.
room-ended-kept-rehearsal = Après une vraie séance, quelque chose peut être gardé de son déroulement, et toute personne qui était là peut dire non. Regardez ce que ce serait, s’il vous plaît. De cette répétition, rien ne reste : tout est détruit quand on l’arrête, quoi qu’on réponde.
room-ended-making = Du déroulement, quelque chose peut être gardé. C’est en préparation ; vous pourrez le regarder dans un instant.
room-ended-agreed = Vous avez accepté qu’il soit gardé quelle place a parlé quand. Jusqu’au { $time }, vous pouvez revenir là-dessus. Un non à l’ensemble l’emporte, quelle que soit la personne qui l’a dit.
room-ended-over = Du déroulement, quelque chose peut être gardé. L’heure jusqu’à laquelle vous pouvez répondre est passée ; pendant quelques minutes, une réponse compte encore.
room-ended-look = Regarder de nouveau
room-ended-close = Vous pouvez fermer cette page.
room-ended-close-then = Ensuite, vous pouvez fermer cette page.
room-ended-rehearsal = C’était une répétition. Si une autre a été lancée depuis, ouvrez les liens qu’elle affiche. Sinon : dans la fenêtre où celle-ci a été lancée, appuyez sur Ctrl-C, puis relancez-la (make run, ou restarea demo).
room-stopped-title = La répétition est terminée
room-stopped-text = Elle a été arrêtée dans la fenêtre où elle avait été lancée, et rien n’en est gardé. Une autre (make run) affiche ses propres liens. Vous pouvez fermer cette page.
room-keeping-nothing = Rien n’est enregistré
room-keeping-aggregate = Gardé : des totaux, aucun nom
room-keeping-seat_timeline = Gardé : quelle place a parlé quand, si tous sont d’accord après ; aucun nom
room-keeping-together = Avec les relevés précédents de ce groupe
room-rehearsal = Répétition
room-rehearsal-faster = Répétition : phases { $times } fois plus rapides
room-ended-record = Regarder, puis décider
room-later-record = Ce qui en est conservé : ici pendant vingt heures, dès que les leaders l’auront terminée
room-later-rehearsal = Ce qui serait gardé d’une séance : ici, dès que les leaders auront terminé cette répétition
room-ended-certificate = Attestation de présence
room-later-certificate = Attestation de présence : ici, quand les leaders auront terminé
room-ended-feedback = Répondre à quelques questions, en une minute et sans votre nom
room-ended-groups = Vos groupes, et leurs prochaines réunions
room-ended-hours = Ce que vous avez animé
room-later-feedback = Quelques questions, sans votre nom : ici, quand les leaders auront terminé
room-left-title = Vous avez quitté la séance
room-left-text = Le groupe continue. Pour revenir, rentrez, d’ici ou par votre lien, et attendez qu’on vous fasse entrer.
room-left-again = Revenir
room-left-closed = Le cercle est clos. Merci d’avoir été là. Vous pouvez fermer cette page.
room-leader-left-title = Vous n’êtes plus dans le cercle
room-leader-left-text = Votre place dans le cercle est libre. Tant qu’aucun leader n’est là, l’horloge attend. Pour revenir, rentrez, d’ici ou par votre lien : personne n’a à vous faire entrer.
room-leader-left-closed = Votre place est libre, et le cercle est clos. Tant que la séance n’est pas terminée, vous pouvez revenir, d’ici ou par votre lien.
room-leader-left-group = On peut aussi ouvrir la réunion depuis la page de votre groupe.
room-removed-title = Vous n’êtes plus dans cette séance
room-removed-text = Un leader a fermé votre place, et elle ne s’ouvre plus dans cette séance. Si vous pensez à une erreur, écrivez à votre leader pour la prochaine.
room-turned-away-title = On ne vous a pas fait entrer
room-turned-away-text = Un leader vous a refusé l’entrée et ne peut pas revenir en arrière. Si vous pensez à une erreur, écrivez à votre leader pour la prochaine séance.
room-replaced-title = La salle est ouverte dans une autre fenêtre
room-replaced-text = Vous êtes là-bas maintenant ; d’ici, rien n’est entendu, vu ni envoyé. Fermez cette fenêtre, ou continuez plutôt ici. Si l’autre est sur un autre appareil, rouvrez ici votre lien pour cela.
room-replaced-again = Continuer plutôt ici
room-outdated-title = Cette page n’est plus à jour
room-outdated-text = Le serveur a été renouvelé depuis que vous l’avez ouverte. Rouvrez-la ; votre place est gardée.
room-outdated-again = La rouvrir
room-loading = Le pupitre se charge.
room-unloaded = Le pupitre, ou cette partie du pupitre, n’a pas pu être chargé. La salle continue ; pour commencer et pour animer, réessayez.
room-unloaded-again = Réessayer
room-no-place-title = Ce navigateur n’a pas de place ici
room-no-place-text = Ouvrez le lien que votre leader vous a envoyé. Si seul le serveur était absent un moment, cette page revient d’elle-même.
room-outside-title = La séance est finie pour vous
room-outside-text = Merci d’avoir été là. Les leaders parlent maintenant entre eux : personne ne vous entend, et vous ne les entendez pas.
room-outside-text-out = Merci d’avoir été là. Les leaders encore présents se sont absentés un instant. Personne ne vous entend, et vous n’entendez personne.
room-outside-text-alone = Merci d’avoir été là. Aucun leader n’est là en ce moment. Si aucun ne revient, la séance se termine d’elle-même cinq minutes après le départ du dernier.
room-outside-stay = Restez sur cette page : un leader peut vous rejoindre.
room-outside-word = Si quelque chose ne vous laisse pas en paix, dites-le : seuls les leaders le lisent, et l’un d’eux peut vous rejoindre ici.
room-outside-word-alone = Si quelque chose ne vous laisse pas en paix : ce que vous dites ici n’est lu que si un leader revient avant la fin. N’attendez pas cela ; adressez-vous aussi à votre leader en dehors de cette page.

## Le pupitre des leaders

second-title = Votre pupitre
second-text = On n’entend et ne voit rien ici : vous êtes dans la salle sur votre autre écran.
second-unheard = Dans la salle, personne ne vous entend en ce moment. Si ce n’est pas voulu, voyez sur votre autre écran. Ici, le pupitre continue de fonctionner.
second-replaced-title = Le pupitre est fermé ici
second-replaced-text = Il a été fermé depuis la salle, ou ouvert sur un autre écran. Pour l’avoir ici, rouvrez-le depuis le pupitre de la salle.
second-replaced-again = Réessayer ici
second-no-place-title = Le pupitre n’est plus ouvert ici
second-no-place-text = Allez au pupitre dans la salle, et ouvrez-le une nouvelle fois sur un autre écran.
second-left-title = Vous n’êtes pas dans le cercle
second-left-text = Dès que vous serez de retour dans la salle, sur votre autre écran, le pupitre sera de nouveau ici.
desk-title = Le pupitre des leaders
desk-open = Ouvrir le pupitre
desk-close = Fermer le pupitre
desk-at-rest = Votre page n’est pas connectée : rien de ce que vous faites ici n’arrive.
desk-waiting-count = { $count ->
    [one] { $count } personne attend
   *[other] { $count } personnes attendent
  }
desk-offers-count = { $count ->
    [one] { $count } cas proposé
   *[other] { $count } cas proposés
  }
desk-hands-count = { $count ->
    [one] { $count } main levée
   *[other] { $count } mains levées
  }
desk-time-of = { $passed } sur { $planned }
desk-over-by = { $planned } + { $time } de plus
desk-paused-for = en pause depuis { $time }
desk-waiting-for = on attend { $name }
desk-waiting-leader = on attend un leader
desk-next-begin = Commencer la séance
desk-next-arrival = Passer à l’arrivée
desk-next-case_call = Demander qui a un cas
desk-next-presentation = Commencer l’exposé du cas
desk-next-questions = Ouvrir les questions de clarification
desk-next-discussion = Ouvrir l’élaboration
desk-next-return = Clore « { $phase } » : le présentateur revient
desk-next-return-out = Clore « { $phase } »
desk-next-return-here = Donner la parole au présentateur
desk-next-joint_discussion = Ouvrir la discussion commune
desk-next-closing = Commencer la clôture
desk-next-stories = Commencer les récits
desk-next-follow_up = Demander des nouvelles des cas
desk-next-choice = Laisser le groupe choisir
desk-next-seating = Placer les cercles
desk-next-casting = Commencer la distribution des rôles
desk-next-scene = Commencer la scène
desk-next-de_roling = Quitter les rôles
desk-next-fantasies = Commencer les associations
desk-next-hypotheses = Commencer les hypothèses
desk-next-suggestions = Commencer les propositions
desk-next-reflection = Commencer la réflexion
desk-next-review = Commencer le retour sur le travail
desk-next-leaving = Commencer l’au revoir
desk-next-another-case = Un autre cas : demander qui en a un
desk-next-named = Ensuite : { $phase }
desk-next-debrief = Refermer le cercle : les leaders restent pour la reprise
desk-next-end = Terminer la séance…
desk-next-resumes = { $step } · fin de la pause
desk-presenter-pushes-back = { $step } (le présentateur se met en retrait)
desk-presenter-comes-back = { $step } (le présentateur revient)
desk-skip-to = Directement à : { $phase }
desk-skip-title = Sans « { $left } »
desk-way-on = Sans cas : { $phase }
desk-again = Encore une fois : { $phase }
desk-nobody-in = Personne n’est encore entré : faites d’abord entrer quelqu’un.
desk-blocked-choose = Choisissez d’abord qui présente.
desk-blocked-no-offer = Personne n’a encore proposé de cas.
desk-blocked-choice = Il faut d’abord clore le choix du groupe.
desk-blocked-no-presenter = Il n’y a plus de présentateur.
desk-blocked-accept = Le public n’est pas encore accepté.
desk-go-back-first = Vous êtes à part : revenez d’abord.
desk-step-back = Revenir à : { $phase }…
desk-step-back-title = Revenir à « { $phase } » ?
desk-step-back-text = { $time ->
    [none] Cette phase-là recommence.
   *[other] Cette phase-là recommence avec { $time }, comme au début.
} Celle-ci est interrompue : quand vous y reviendrez, elle recommencera aussi, et la séance finira plus tard. Les mains levées et le tour de parole en cours sont abandonnés.
desk-step-back-pushes = { $name } sera de nouveau en retrait : le groupe ne l’entendra pas.
desk-step-back-without = Il n’y a plus de présentateur : cette phase-là se tiendra sans, et la parole sera au groupe.
desk-step-back-returns = { $becomes ->
    [waits] { $name } ne sera plus en retrait : on l’entendra quand la parole lui sera donnée.
   *[heard] { $name } ne sera plus en retrait : le groupe l’entendra aussitôt.
}
desk-step-back-no = Non, rester ici
desk-step-back-yes = Revenir
desk-undo = Annuler : retour à { $phase }
desk-undo-extend = Annuler : { $time }
desk-exceeded = Plus long que ce format ne le prévoit : { $time } au plus.
desk-pause = Pause
desk-resume = Finir la pause
desk-extend = + { $minutes } min
desk-extend-seconds = + { $seconds } s
desk-recall = Faire revenir, et poursuivre
desk-recall-paused = Faire revenir
desk-recall-text = { $becomes ->
    [waits] Le présentateur est aussitôt de retour dans le cercle ; on l’entend lorsqu’il reçoit la parole, à tour de rôle. Cette phase continue.
   *[heard] Le présentateur est aussitôt de retour dans le cercle, et on l’entend. Cette phase continue.
}
desk-push-back = En retrait
desk-word-distress = { $name } ne va pas bien et demande à parler
desk-word-leave_early = { $name } doit partir plus tôt
desk-word-noted = C’est noté
desk-word-seen = { $word ->
    [bring_me_back] Lu : dans un instant
   *[other] Lu : je continue pour l’instant
}
desk-word-set-aside = Mettre de côté
desk-word-distress-steps = Un des leaders va avec cette personne dans une salle à deux, que les autres n’entendent pas. Si vous continuez pour l’instant, elle apprend qui a lu son mot, et cette carte reste.
desk-word-distress-waiting = Cette personne attend à la porte et n’entend rien du cercle. Pour lui parler, faites-la entrer. Si vous continuez pour l’instant, elle apprend qui a lu son mot, et cette carte reste.
desk-word-seen-text = { $word ->
    [bring_me_back] Cette personne sait que { $name } a lu son mot. Il reste ici jusqu’à son retour dans le cercle.
    [distress] Cette personne sait que { $name } a lu son mot. Il reste ici jusqu’à ce que vous alliez à part avec elle ou le mettiez de côté, ce qu’elle apprend aussi.
   *[other] Cette personne sait que { $name } a lu son mot. Il reste ici jusqu’à une pause ou jusqu’à ce que vous le mettiez de côté, ce qu’elle apprend aussi.
}
desk-word-seen-by = lu par { $name }
desk-presenter-missed = La liaison de { $name } est coupée
desk-presenter-out = { $name } est à part
desk-presenter-awaited = L’horloge attend le présentateur.
desk-presenter-overdue = L’horloge attend encore. Vous pouvez continuer, ou clore le cas.
desk-go-on = Continuer sans attendre
desk-close-case = Clore le cas
desk-close-case-title = Clore ce cas ?
desk-close-case-text = Le groupe passe directement à la clôture. On ne peut pas revenir là-dessus.
desk-close-case-no = Non, attendre
desk-close-case-yes = Clore le cas
desk-quorum = { $present ->
    [one] { $present } participant est là ; il en faut { $needed }.
   *[other] { $present } participants sont là ; il en faut { $needed }.
  }
desk-quorum-last = Plus personne n’est attendu.
desk-quorum-why = Cette façon de travailler est prévue pour ce nombre au moins ; c’est à vous de dire si l’on continue.
desk-quorum-inner = { $present ->
    [one] { $present } personne au cercle intérieur ; il en faut { $needed } pour bien travailler.
   *[other] { $present } personnes au cercle intérieur ; il en faut { $needed } pour bien travailler.
  }
desk-you-lead = Vous animez maintenant.
desk-leads = { $name } anime.
desk-leads-out = { $name } anime, et est à part. Pour finir la pause, reprenez l’animation, ou attendez.
desk-take-lead = Reprendre l’animation
desk-private-open = Aller à part avec cette personne
desk-private-pause-open = Faire une pause et aller à part avec cette personne
desk-private-open-brief = Aller à part
desk-private-pause-open-brief = Pause, à part
desk-private-other-leader = { $name } peut aller à part avec cette personne pendant que vous continuez.
desk-private-others = À part un moment : { $names }.
desk-private-ask = Demander à entrer
desk-private-asked = Vous avez demandé à entrer.
desk-private-pause = Pour les rejoindre, faites d’abord une pause : qui anime reste tant que le temps court.
desk-private-left = À part, sans personne avec eux : { $names }.
desk-private-inside = Vous êtes à part avec { $names }. Personne d’autre ne vous entend ni ne vous voit.
desk-private-aside = Vous êtes à part. Personne ne vous entend ni ne vous voit.
desk-gate-hard-round = On n’entend que la personne dont c’est le tour, et les leaders.
desk-gate-hard-silent = On n’entend que les leaders.
desk-word-bring_me_back = { $name } demande à revenir
desk-word-returns-in = Même sans vous, { $name } pourra revenir dans { $seconds } s.
desk-word-returns-now = { $name } peut maintenant revenir de son propre chef.
desk-presenter-left = { $name } a quitté la séance.
desk-came-alone = { $name } est de retour de son propre chef.
desk-word-need_a_pause = { $name } demande une pause
desk-ago = pour les leaders seuls, il y a { $time }
desk-ago-all = à tout le groupe, il y a { $time }
desk-waiting = Dans la salle d’attente
desk-admit = Faire entrer
desk-admit-all = Faire entrer les { $count }
desk-awaited = Pas encore là : { $names }
desk-declined = Ont dit ne pas pouvoir venir : { $names }
desk-uninvited = Sans lien vers cette réunion : { $names }. Vous pouvez en remettre un depuis la page du groupe.
desk-turn-away = Refuser
desk-turn-away-title = Refuser { $name } ?
desk-turn-away-text = Cette personne n’entre pas, et sa page le dit. On ne peut pas revenir en arrière. Si le groupe partage un seul lien, elle pourrait frapper de nouveau : ne la faites alors pas entrer.
desk-turn-away-no = Non, laisser attendre
desk-turn-away-yes = Refuser { $name }
desk-offers = Cas proposés
desk-offers-none = Aucun encore. Le silence en fait partie.
desk-choose = Choisir
desk-chosen = présente
desk-said-aloud = Quelqu’un d’autre présente…
desk-said-aloud-title = Qui présente ?
desk-said-aloud-text = Pour qui a dit de vive voix apporter un cas. La personne apprend qu’elle présente, et peut reprendre son cas à tout moment.
desk-presented = { $count ->
    [one] a présenté une fois aujourd’hui
   *[other] a présenté { $count } fois aujourd’hui
  }
desk-presented-earlier = { $count ->
    [0] aucun cas auparavant
    [one] 1 cas auparavant
   *[other] { $count } cas auparavant
  }
desk-presented-least = a le moins présenté
desk-favour-least = De plusieurs propositions, préférer qui a le moins présenté.
desk-choice = Le choix du groupe
desk-choice-named = { $count ->
    [0] Personne n’a encore nommé quelqu’un.
    [1] 1 personne a nommé quelqu’un.
   *[other] { $count } personnes ont nommé quelqu’un.
  }
desk-choice-chosen = Le groupe a choisi { $name }, qui peut décliner.
desk-choice-close = Clore le choix
desk-prompts = Rappels pour cette phase
desk-scene = Rôles
desk-scene-empty = Aucun rôle n’est encore donné.
desk-scene-stop = Arrêter la scène
desk-scene-on = Reprendre la scène
desk-scene-frozen = La scène est arrêtée. On entend encore toutes les personnes qui y jouent.
desk-scene-swap = Échanger les rôles…
desk-scene-swap-title = { $name } : avec qui échanger les rôles ?
desk-scene-swap-text = Les rôles changent, les places restent. Qui n’a pas de rôle le reprend, et { $name } regarde.
desk-scene-takes-over = reprend le rôle
desk-scene-off = Quitter le rôle
desk-round-next = Encore à inviter : { $names }
desk-round-last = C’est la dernière personne invitée à parler.
desk-round-over = Tout le monde a été invité à parler.
desk-round-again = Refaire le tour
desk-whisper = Maintenir pour chuchoter
desk-whisper-on = Vous chuchotez
desk-whisper-text = Tant que vous maintenez, personne d’autre que { $names } ne vous entend ; ensuite, votre micro est coupé.
desk-whisper-nobody = Aucun autre leader ne peut vous entendre.
desk-whisper-unheard = Votre micro ne peut pas servir : personne ne vous entendrait.
desk-whisper-lost = Personne ne vous entend : aucun autre leader n’est joignable. Dès que vous relâchez, votre micro est coupé.
desk-whisper-lost-short = Plus personne n’entend votre chuchotement.
desk-whisper-over = Le chuchotement est terminé, et votre micro est coupé.
desk-places = Cercles intérieur et extérieur
desk-inner-count = Cercle intérieur, { $count }
desk-outer-count = Cercle extérieur, { $count }
desk-to-outer = Au cercle extérieur
desk-to-inner = Au cercle intérieur…
desk-to-inner-now = Au cercle intérieur
desk-to-inner-title = Où s’assied { $name } ?
desk-empty-chair = Sur la chaise vide
desk-instead-of = À la place de { $name }
desk-hand-up = main levée
desk-floor = Parole et mains
desk-hands-none = Aucune main n’est levée.
desk-hand = { $place }. { $name }
desk-hand-lower = Baisser
desk-hint = le moins de tours jusqu’ici
desk-grant = Donner la parole
desk-turn-of = { $name } a la parole
desk-turn-end = Fin du tour
desk-link-weak = liaison faible
desk-link-very-weak = liaison très faible
desk-link-of = { $name } : { $link }
desk-muted = micro coupé
desk-no-sound = micro sans aucun son
desk-one-at-a-time = Une voix à la fois
desk-gate-soft-nobody = Le cercle intérieur est encore vide : on n’entend que les leaders.
desk-gate-soft-inner = Désactivé : on entend le cercle intérieur. Si quelqu’un a la parole, la salle le montre.
desk-gate-soft = Désactivé : on entend tout le monde. Si quelqu’un a la parole, la salle le montre.
desk-gate-hard-open = Le serveur transmet tout le monde.
desk-gate-hard-queue = On n’entend que la personne dont c’est le tour, et les leaders.
desk-gate-hard-presenter = On n’entend que le présentateur, et les leaders.
desk-gate-hard-asker_and_presenter = On n’entend que qui questionne et le présentateur, et les leaders.
desk-gate-hard-leaders = On n’entend que les leaders.
desk-gate-cast = On n’entend que les personnes qui jouent, et les leaders.
desk-gate-outer = Du cercle extérieur, on n’entend que la personne qui a la parole ; et les leaders.
desk-gate-phase = Jusqu’à la fin de cette phase.
desk-plan = Déroulement du cas
desk-optional = (facultatif)
desk-left-out = sautée
desk-plan-past = { $count ->
    [one] Une phase avant
   *[other] { $count } phases avant
}
desk-ends-about = Le cercle se ferme vers { $time }.
desk-circle = { $out ->
    [0] { $count } dans le cercle
   *[other] { $count } dans le cercle, { $out } en dehors
  }
desk-circle-leaders = Les leaders, entre eux
desk-speaks = parle
desk-silent = silence depuis { $minutes } min
desk-remove = Faire sortir
desk-on = { $act ->
    [admit] Faire entrer { $name }
    [refuse] Refuser { $name }
    [choose] Choisir { $name }
    [lower] Baisser la main de { $name }
    [grant] Donner la parole à { $name }
    [rename] Changer le nom { $name }
    [free] Libérer la place de { $name }
   *[remove] Faire sortir { $name }
}
desk-removing = Faire sortir…
desk-removing-done = Ne faire sortir personne
desk-remove-title = Faire sortir { $name } ?
desk-remove-text = Cette personne n’entendra ni ne verra plus rien de la séance, et sa place n’y sera plus ouverte : on ne peut pas revenir en arrière. La prochaine réunion lui reste ouverte. Si le groupe partage un seul lien, elle pourrait frapper de nouveau : ne la faites alors pas entrer.
desk-remove-presents = { $name } présente : le cas prend fin avec cela.
desk-remove-no = Non, ne rien changer
desk-remove-yes = Faire sortir { $name }
desk-free = Libérer la place
desk-free-title = Libérer la place de { $name } ?
desk-free-text = La liaison est perdue, et cette personne n’est pas là. Sa place sort du cercle. Elle peut revenir par son lien et se rasseoir.
desk-free-no = Non, ne rien changer
desk-free-yes = Libérer la place de { $name }
desk-end = Terminer la séance…
desk-end-title = Terminer la séance pour tout le monde ?
desk-end-text = Le son et les images s’arrêtent pour tout le monde, leaders compris. On ne peut pas revenir en arrière.
desk-end-early = La séance n’a pas commencé.
desk-end-talk = Un entretien à l’écart s’arrête aussi : { $names }.
desk-end-waiting = Encore sans réponse de votre part : { $names }.
desk-end-no = Non, continuer
desk-end-yes = Terminer la séance
desk-own = Pour vous
desk-own-marks = marques
desk-own-notes = notes
desk-own-hint = un repère
desk-own-names = noms
desk-own-keys = touches
desk-own-screen = un autre écran
desk-marks = Ce que vous faites pour tenir le cadre
desk-marks-text = Appuyez sur ce que vous venez de faire : c’est compté par phase. Pour l’instant, seuls les leaders le voient ; le nombre figure dans le relevé que tous lisent à la fin. Rien ne dit qui l’a noté. Un temps ajouté et un retour demandé au présentateur comptent d’eux-mêmes.
desk-mark-times = { $mark }, { $count } dans cette phase
desk-marked = Noté : { $mark }
desk-mark-back = Reprendre
desk-notes = Notes
desk-notes-text = Elles restent dans ce navigateur, et personne d’autre ne les reçoit. Qui se sert de ce navigateur peut les lire.
desk-notes-unkept = Ce navigateur ne garde rien : ces notes disparaissent avec la page.
desk-notes-forget = Les effacer après la séance
desk-notes-forget-text = À la fin si vous êtes alors dans la salle, sinon avec la première séance ouverte dans ce navigateur un jour ou plus après votre dernier mot.
desk-notes-delete = Effacer les notes
desk-unspoken = Montrer qui n’a pas encore parlé
desk-unspoken-text = Pour vous, et gardé nulle part. Un silence n’est pas une faute.
desk-unspoken-names = Pas encore dans cette phase : { $names }
desk-unspoken-none = Tout le monde a parlé dans cette phase.
desk-unspoken-unknown = On ne le sait pas pour cette phase : le serveur a redémarré depuis son début.
desk-naming = Changer un nom…
desk-naming-done = Ne changer aucun nom
desk-name = Changer
desk-name-title = Comment s’appelle ici { $name } ?
desk-name-text = Tout le monde le voit aussitôt. Un prénom ou des initiales, pas de nom complet.
desk-name-label = Nom
desk-name-yes = Changer le nom
desk-name-no = Non, le laisser
desk-name-whole = peut-être un nom complet
desk-second = Sur un autre écran…
desk-second-title = Le pupitre sur un autre écran
desk-second-text = Dans sa propre fenêtre, ou sur votre téléphone. Vous restez ici dans la salle, avec le son et les images ; là-bas, il n’y a que le pupitre.
desk-second-window = Dans sa propre fenêtre
desk-second-device = Sur un téléphone ou un autre appareil
desk-second-code = Code QR qui ouvre le pupitre
desk-second-read = Visez-le avec l’appareil photo du téléphone. Il ouvre le pupitre une seule fois, dans les { $minutes } minutes, et ne mène à rien d’autre. Ne le montrez à personne : qui l’ouvre anime la séance.
desk-second-here = Cette adresse ne mène qu’à cet ordinateur : un téléphone ne peut pas l’atteindre. Ouvrez-la ici, dans une autre fenêtre ; elle ouvre le pupitre une fois, dans les { $minutes } minutes. Pour un téléphone, il faut au serveur un nom et HTTPS.
desk-second-address = Ou saisissez cette adresse
desk-second-copy = Copier
desk-second-copied = Copié.
desk-second-open = Le pupitre est aussi sur un second écran.
desk-second-close = L’y fermer
desk-keys = Touches…
desk-keys-title = Les touches du pupitre
desk-keys-text = Une touche pour chaque geste, tenue pour chuchoter. Elles ne font rien pendant que vous écrivez, ni devant un dialogue. Aucune touche ne termine la séance, ne refuse ni n’exclut personne.
desk-keys-on = Touches simples
desk-keys-is-on = Actives. Retenu dans ce navigateur.
desk-keys-is-off = Inactives. Retenu dans ce navigateur.
desk-keys-shown = Montrer les touches sur les boutons
key-next = L’étape suivante
key-other = Vers les autres suites
key-undo = Annuler la dernière étape, ou le temps ajouté
key-step-back = Revenir en arrière…
key-pause = Pause, reprise
key-extend = Ajouter du temps
key-push-back = Mettre en retrait ; faire revenir, et poursuivre
key-admit = Faire entrer qui attend
key-cases = Vers les cas proposés
key-close-choice = Clore le choix du groupe
key-give-turn = Donner la parole à la première main
key-lower-hand = Baisser la première main
key-end-turn = Finir le tour de parole
key-one-at-a-time = Une voix à la fois
key-round = Refaire le tour
key-whisper = Chuchoter tant qu’elle est tenue
key-scene = Arrêter la scène, reprendre
key-parts = Donner des rôles…
key-players = Vers les rôles
key-places = Vers les deux cercles
key-answer = Vers ce qui attend une réponse
key-lead = Reprendre l’animation
key-notes = Vers vos notes
key-unspoken = Qui n’a pas encore parlé
key-names = Changer un nom…
key-second = Le pupitre sur un autre écran, et l’y fermer
key-mark-back = Retirer la dernière marque
key-help = Ces touches

## Les refus, en mots simples

code-session_ended = La séance est terminée.
code-not_begun = La séance n’a pas encore commencé.
code-already_begun = La séance a déjà commencé.
code-not_allowed = Ce n’est pas possible maintenant.
code-conflict = Quelqu’un a été plus rapide et la situation a changé : votre geste n’a rien fait. Regardez où en est la séance avant d’appuyer.
code-done_already = C’est déjà fait, à l’instant.
code-no_such_seat = Cette place n’existe plus.
code-not_waiting = Cette personne n’attend plus.
code-not_seated = Cette personne n’est pas dans le cercle.
code-not_missed = Cette personne est là, ou l’était encore à l’instant.
code-session_full = Toutes les places du cercle sont prises.
code-not_a_case_call = On ne propose un cas qu’au moment prévu.
code-not_offered = Ce cas n’est plus proposé.
code-no_presenter = Il n’y a pas de présentateur.
code-pushed_back = Pas tant que le présentateur est en retrait.
code-not_pushed_back = Personne n’est en retrait.
code-no_such_phase = Cette phase n’existe pas.
code-phase_not_optional = Cette phase ne peut pas être sautée.
code-no_clock = Cette phase n’a pas d’horloge.
code-out_of_bounds = C’est trop long ou trop court.
code-paused = La séance est déjà en pause.
code-not_paused = La séance n’est pas en pause.
code-no_turns_here = Il n’y a pas de tours de parole ici.
code-no_turn = Ce tour est déjà terminé.
code-no_round = Il n’y a pas de tour en ce moment.
code-stepped_out = Pas avant le retour de qui est à part.
code-not_in_private = Personne n’est dans le salon privé.
code-no_word = Ce message a déjà reçu une réponse.
code-no_choice = Personne n’a encore été nommé.
code-no_more = Cette phase a eu lieu aussi souvent que la forme le permet.
code-not_accepted = Le présentateur n’a pas encore accepté le public.
code-no_circles = Cette forme n’a qu’un cercle.
code-circle_full = Le cercle intérieur est complet.
code-no_cast = Il n’y a pas de scène dans cette phase.
code-not_invited = Vous n’avez pas d’invitation à un rôle.
code-not_kept = Rien n’est gardé du déroulement de cette séance : il n’y a pas de quoi noter.
code-no_mark = Rien n’est noté dans cette phase.
code-too_late = Cela ne peut plus être annulé.
code-too_fast = C’était trop rapide. Attendez un instant.
code-draining = Le serveur redémarre. Réessayez dans un instant.
code-not_saved = Le serveur n’a pas pu l’enregistrer : rien n’a changé. Réessayez.
code-unreachable = Le serveur n’a pas répondu à « { $what } ». Regardez si c’est fait.
code-unsent = Non envoyé, car la connexion est perdue : « { $what } ». Attendez qu’elle revienne, puis regardez où en est la séance.
code-was_unsent = La connexion est revenue. « { $what } » n’a pas été envoyé.
code-unanswered = La connexion s’est perdue avant la réponse : « { $what } ». Attendez qu’elle revienne : vous lirez ici si cela n’a pas été fait.
code-lapsed = « { $what } » est arrivé trop tard et n’a pas été fait. Appuyez de nouveau si vous le souhaitez toujours.
asked = { $step ->
    [begin] Commencer la séance
    [end] Terminer la séance
    [advance] Ensuite : { $phase }
    [step_back] Revenir à : { $phase }
    [undo_step] Annuler : retour à { $phase }
    [undo_extend] Annuler : plus de temps
    [pause] Pause
    [resume] Finir la pause
    [extend] { $name }
    [push_back] En retrait
    [recall] Faire revenir, et poursuivre
    [choose_presenter] Choisir { $name }
    [set_floor] Une voix à la fois
    [grant_turn] Donner la parole à { $name }
    [end_turn] Fin du tour
    [admit] Faire entrer { $name }
    [remove] Retirer sa place à { $name }
    [raise_hand] Lever la main
    [lower_hand] Baisser la main
    [offer_case] Proposer un cas
    [withdraw_offer] Retirer le cas
    [tell_leaders] Un mot aux leaders
    [leave] Quitter la séance
   *[other] votre dernier geste
}
code-noted = Les leaders ont noté ce que vous leur avez dit.
code-seen = { $word ->
    [bring_me_back] { $name } a lu votre mot : dans un instant.
   *[other] { $name } a lu votre mot et continue pour l’instant.
}
code-stepped_away = Micro et caméra sont coupés, et votre place est gardée. Rallumez-les à votre retour.
code-came_alone = Vous êtes de retour dans le cercle, de vous-même : aucun leader ne vous avait fait revenir.
code-outside_again = Un leader est de retour, et vous êtes de nouveau en retrait : le groupe ne vous entend pas.
code-restored = Tant qu’aucun leader n’était là, on entendait tout le monde dans le cercle, le présentateur aussi. Tout est de nouveau comme avant : le présentateur est en retrait et écoute.
code-hand_gone = Nouvelle phase : votre main est baissée. Levez-la de nouveau si vous le souhaitez.
code-other = Cela n’a pas marché. Rien n’a changé ; réessayez.

## Les formats, dessinés

format-drawing = Les phases de { $name }
format-minutes = { $min } à { $max } min, le plus souvent { $typical }
format-no-clock = sans horloge
format-floor-open = Parole libre
format-floor-queue = Par mains levées
format-floor-round = Un tour de parole
format-floor-presenter = La parole est au présentateur
format-floor-asker_and_presenter = L’un demande, le présentateur répond
format-floor-leaders = La parole est aux leaders
format-floor-silent = Silence
format-hard = tenue par le serveur
format-heard-cast = On n’entend que les personnes qui jouent
format-heard-outer = Une personne du cercle extérieur à la fois
format-within-leaders = Les leaders entre eux
format-stance-back_visible = le présentateur est en retrait
format-stance-back_hidden = le présentateur est en retrait, invisible
format-optional = peut être omis
format-accept = le présentateur accepte le public, ou non
format-casting = les rôles sont donnés
format-group-chooses = le groupe choisit
format-again = jusqu’à { $most } fois
format-who-leaders = leaders
format-who-presenter = le présentateur
format-who-players = qui joue
format-who-turn = qui a la parole
format-who-watchers = qui regarde
format-who-members = les autres participants
format-who-observers = observateurs
format-who-outer = le cercle extérieur

## Ce qu’imprime `restarea demo`

demo-arriving = Un groupe fictif de { $members } personnes arrive. { $pace }
demo-goes-on = La répétition interrompue reprend, avec les mêmes personnes à leurs places. { $pace }
demo-goes-on-anew = { $words ->
    [none] Elle avait été lancée sans options.
   *[other] Elle avait été lancée avec { $words }.
 } Une autre à sa place : --anew ({ $typed }).
demo-goes-on-moved = Son adresse n’est plus la même : les pages ouvertes ne la retrouvent pas. Ouvrez les liens ci-dessous.
demo-pace-real = Ses phases durent comme pour de vrai ; vous passez à la suite quand vous voulez. Quatre fois plus vite : --speed=4 ({ $typed }).
demo-pace-faster = Une minute de la séance dure { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
  }.
demo-pace-back = À l’allure réelle : --speed=1 ({ $typed }).
demo-beside = Une séance qui n’était pas terminée continue dans les pages ouvertes. Celle-ci en est une autre.
demo-beside-too = Une deuxième séance qui n’était pas terminée continue aussi, dans les pages qui sont ouvertes.
demo-lead = pour animer
demo-lead-along = une deuxième personne qui l’ouvre co-anime
demo-join = pour participer
demo-open = Ouvrez un des deux liens dans un navigateur ; pour les deux, prenez une fenêtre privée pour le second. Ctrl-C met fin à la répétition.
demo-keeps = De celle-ci, un relevé est fait, avec des totaux : une fois que vous l’avez terminée, la dernière page y mène. On peut le regarder jusqu’à Ctrl-C, qui le détruit.
demo-record-left = La répétition interrompue était terminée. On peut encore regarder son relevé : ci-dessous, dans un navigateur qui y était.
demo-record-left-until = Ctrl-C le détruit ; pour une autre, relancez la commande.
demo-nothing-left = La répétition interrompue était terminée, et il n’en reste rien. Celle-ci en est une autre.
demo-over = La répétition est terminée. Appuyez sur Ctrl-C ; pour une autre, relancez la commande.
demo-over-keeps = La répétition est terminée. Regardez d’abord son relevé : la dernière page du navigateur y mène. Appuyez ensuite sur Ctrl-C, qui le détruit ; pour une autre, relancez la commande.
demo-destroyed = Il ne reste rien de la répétition, ni de son relevé.

## Ce que l’on reçoit

receive = Données
receive-room = Langue, données
receive-save-short = Données réduites
receive-audio-short = Son seul
receive-title = Langue et données
receive-pictures = Ce que vous recevez
receive-text = Les voix passent toujours d’abord. Quand votre connexion est faible, les images deviennent d’elles-mêmes plus petites, puis moins nombreuses.
receive-all = Toutes les images
receive-save = Économiser les données : seulement l’image de qui parle
receive-audio = Le son seul
receive-used = Jusqu’ici, cette page a utilisé { $megabytes } Mo.
weak-speaker = Les voix d’abord : vous ne voyez que qui parle, a parlé ou a la parole.
weak-voices = Les voix d’abord : vous entendez tout le monde, sans images.
weak-few = Les voix d’abord : vous entendez les leaders, qui a la parole et les plus forts.
weak-narrow = Les voix d’abord : votre image est envoyée plus petite.
weak-busy = Appareil surchargé, lui aussi : fermez le reste.
weak-busy-alone = Appareil surchargé : fermez le reste.
