### Restarea en français. Les mêmes messages, dans le même ordre, dans chaque langue.

## Pages simples du serveur

page-front-title = Une aire de repos pour médecins
page-front-text = Des groupes Balint se réunissent ici. Pour rejoindre le vôtre, ouvrez le lien personnel que votre animateur vous a envoyé.
page-missing-title = Cette page n’existe pas
page-missing-text = Ouvrez le lien que votre animateur vous a envoyé. Il commence par l’adresse de ce site.
page-broken-title = Quelque chose n’a pas fonctionné ici
page-broken-text = C’est notre faute, pas la vôtre. Attendez un instant, puis rouvrez votre lien. Votre place est gardée.
page-needs-script = Cette page a besoin de JavaScript. Activez-le dans votre navigateur, puis rouvrez votre lien.
page-join-title = Entrer
page-room-title = La salle
page-refused-title = Ce lien ne vous permet pas d’entrer
page-refused-text = L’animateur a fermé cette place. Si vous pensez à une erreur, joignez votre animateur en dehors de cette page.
page-ended-title = Cette séance est terminée
page-ended-text = Merci d’avoir été là. Aucun son ni aucune image n’a été gardé, et les noms ont disparu.
page-soon-title = De retour dans un instant
page-soon-text = Le serveur redémarre. Cette page réessaie d’elle-même ; votre place est gardée.
page-unbuilt-title = Ce serveur n’est pas encore prêt
page-unbuilt-text = Ses pages n’ont pas été construites. La personne qui s’en occupe en trouvera la raison avec « restarea doctor ».
page-front-form = Le groupe se réunit par le son et l’image. Le serveur tient la forme de la séance : à qui est la parole, et quand la personne qui présente s’est mise en retrait.
page-front-heard = Quand on ne doit ni vous entendre ni vous voir, rien de vous n’est transmis.
page-front-kept = Ni son ni image n’est enregistré. Une fois la séance terminée, les noms ne peuvent plus être lus.
page-languages = Langues
page-own-name = Français

## La porte : on ouvre un lien, on donne un nom, on essaie ses appareils

join-title = Entrer · Restarea
join-entering = Un instant. Votre lien s’ouvre.
join-welcome = Bienvenue
join-as-leader = Vous animez ce groupe. Donnez votre nom, essayez votre micro et votre caméra, puis entrez.
join-as-co_leader = Vous co-animez ce groupe. Donnez votre nom, essayez votre micro et votre caméra, puis entrez.
join-as-member = Donnez votre nom, essayez votre micro et votre caméra, puis entrez. L’animateur vous fera entrer dans le cercle.
join-as-observer = Vous venez en observateur : vous entendez et voyez le groupe. Le groupe voit que vous êtes là et ne vous entend pas.
join-name = Votre nom
join-name-hint = Tel que le groupe doit le voir, 40 caractères au plus.
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
join-preview = Votre propre image, comme dans un miroir
join-kept = Ce qui est conservé
join-kept-sound = Le son et l’image : rien. Ce lieu n’a aucun moyen d’enregistrer.
join-kept-form = La forme de la séance : phases, durées et places, sans noms et sans paroles.
join-kept-name = Votre nom : jusqu’à la fin de la séance. Ensuite, plus personne ne peut le lire.
join-kept-heard = Le serveur décide qui vous entend. Quand vous êtes en retrait, votre voix ne parvient à personne.
join-enter = Entrer
join-enter-listening = Entrer, en écoute seule
join-enter-hint = Votre micro et votre caméra restent tels que vous les avez réglés ici.
join-enter-hint-leader = Les participants attendent que vous les fassiez entrer.
join-enter-hint-listening = Dans la salle, vous pourrez ouvrir votre micro à tout moment.
join-enter-hint-observer = Votre caméra reste telle que vous l’avez réglée ici.
join-trouble-bad_name = Donnez un nom de 1 à 40 caractères, s’il vous plaît.
join-trouble-offline = Il n’y a pas de connexion pour l’instant. Réessayez dans un moment.
join-trouble-draining = Le serveur redémarre. Réessayez dans une minute.

## Pourquoi un lien ne laisse entrer personne

refused-no_link-title = Ouvrez votre lien
refused-no_link-text = Pour rejoindre votre groupe, ouvrez le lien personnel que votre animateur vous a envoyé. Cette page seule ne mène nulle part.
refused-unknown_link-title = Ce lien n’est pas connu
refused-unknown_link-text = Il en manque peut-être une partie. Copiez le lien entier depuis le message, ou demandez-en un nouveau à votre animateur.
refused-expired_link-title = Ce lien a expiré
refused-expired_link-text = Il était fait pour une séance précédente. Demandez-en un nouveau à votre animateur.
refused-used_link-title = Ce lien a déjà servi
refused-used_link-text = Il a fait entrer toutes les personnes prévues. Si vous êtes déjà venu avec ce lien, ouvrez-le dans le même navigateur ; sinon, demandez à votre animateur un lien à vous.
refused-session_full-title = Le cercle est complet
refused-session_full-text = Toutes les places de cette séance sont prises. Prévenez votre animateur, s’il vous plaît.
refused-session_ended-title = Cette séance est terminée
refused-session_ended-text = Rien de ce qui s’est dit n’a été conservé. Pour la prochaine rencontre, votre animateur vous enverra un nouveau lien.
refused-removed-title = Vous avez été exclu de cette séance
refused-removed-text = L’animateur a fermé cette place, et ce lien ne l’ouvre plus. Si vous pensez à une erreur, joignez votre animateur en dehors de cette page.
refused-no_session-title = Rouvrez votre lien
refused-no_session-text = Ce navigateur n’a plus de place dans la séance. Votre lien vous la rend.
refused-draining-title = Le serveur redémarre
refused-draining-text = Il sera de retour dans une minute. Votre lien reste valable.
refused-too_fast-title = Trop de tentatives
refused-too_fast-text = Attendez une minute, puis réessayez. Votre lien reste valable.
refused-offline-title = Pas de connexion
refused-offline-text = Le serveur est injoignable. Vérifiez que cet appareil est en ligne, puis réessayez. Votre lien reste valable.
refused-server_error-title = Quelque chose n’a pas fonctionné ici
refused-server_error-text = C’est notre faute, pas la vôtre. Attendez un instant, puis réessayez. Votre lien reste valable.
refused-again = Réessayer

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

truth-heard = Le groupe vous entend.
truth-heard-turn = C’est votre tour : le groupe vous entend.
truth-heard-floor = La parole est à { $name }. Le groupe vous entend si vous parlez.
truth-heard-paused = Pause. Le groupe vous entend.
truth-heard-leaders = Seuls les animateurs vous entendent.
truth-pushed-back = Le groupe ne vous entend pas en ce moment : vous êtes en retrait.
truth-observer = Vous observez : le groupe vous voit et ne vous entend pas.
truth-leaders-alone = Les animateurs sont entre eux. Personne ne vous entend, et vous n’entendez personne.
truth-floor-leaders = La parole est aux animateurs. Le groupe ne vous entend pas en ce moment.
truth-floor-presenter = La parole est à { $name }, qui présente. Le groupe ne vous entend pas en ce moment.
truth-floor-turn = La parole est à { $name }. Le groupe ne vous entend pas en ce moment.
truth-floor-next = Chacun son tour : le groupe vous entend quand la parole vous est donnée.
truth-floor-asker = Questions, chacun son tour : le groupe vous entend quand la parole vous est donnée.
truth-off = Votre micro est coupé. Vous écoutez.
truth-off-your-turn = C’est votre tour, et votre micro est coupé.
truth-opening = Votre micro s’ouvre.
truth-microphone-denied = Le groupe ne peut pas vous entendre : le navigateur n’a pas le droit d’utiliser votre micro.
truth-microphone-none = Le groupe ne peut pas vous entendre : aucun micro n’a été trouvé.
truth-microphone-busy = Le groupe ne peut pas vous entendre : un autre programme utilise votre micro.
truth-microphone-failed = Le groupe ne peut pas vous entendre : votre micro ne s’ouvre pas.
truth-silent = Votre micro ne donne aucun son.
truth-not-arriving = Votre micro ne parvient pas au serveur. Le groupe ne vous entend pas.
truth-nobody-hears = Votre voix ne parvient à personne en ce moment.
truth-alone = Il n’y a encore personne d’autre dans le cercle.
truth-alone-leaders = Vous êtes seul ici pour l’instant.
truth-unsteady = La connexion est instable. Il n’est pas sûr que le groupe vous entende.
truth-waiting = Vous êtes dans la salle d’attente. Personne ne vous entend ni ne vous voit.
truth-connecting = Connexion en cours.
truth-lost = La connexion est perdue et se rétablit. Votre place est gardée.
truth-draining = Le serveur redémarre. Votre place est gardée.
truth-media-connecting = Le son et l’image se connectent.
truth-media-lost = Le son et l’image sont perdus et se rétablissent. Votre place est gardée.
truth-media-refused = Le son et l’image ne peuvent pas être connectés. Rouvrez votre lien.
truth-replaced = Vous êtes dans la salle dans une autre fenêtre. Rien n’est envoyé d’ici.
truth-removed = Vous avez été exclu de cette séance.
truth-ended = La séance est terminée. Personne ne vous entend ni ne vous voit.
truth-left = Vous êtes sorti. Personne ne vous entend ni ne vous voit.
truth-no-place = Ce navigateur n’a pas de place dans la séance. Rouvrez votre lien.
truth-outdated = Cette page n’est plus à jour. Rechargez-la.

## Ce qu’entend un lecteur d’écran

announce-phase-arrival = Maintenant : l’arrivée.
announce-phase-case_call = Maintenant : qui a un cas ?
announce-phase-presentation = Maintenant : l’exposé du cas.
announce-phase-questions = Maintenant : les questions de clarification.
announce-phase-discussion = Maintenant : l’élaboration du groupe.
announce-phase-return = Maintenant : le retour du présentateur.
announce-phase-joint_discussion = Maintenant : la discussion commune.
announce-phase-closing = Maintenant : la clôture.
announce-phase-debrief = Maintenant : la reprise entre animateurs.
announce-one-at-a-time = Un seul à la fois : on n’entend que qui a la parole.
announce-one-at-a-time-over = « Un seul à la fois » est terminé.
announce-paused = La séance est en pause.
announce-resumed = La séance reprend.
announce-admitted = Vous êtes dans le cercle.
announce-ended = La séance est terminée.
announce-you-present = Vous présentez le cas.
announce-pushed-back = Vous êtes en retrait. Le groupe ne vous entend pas.
announce-back-in-circle = Vous êtes de retour dans le cercle.
announce-your-turn = C’est votre tour.
announce-turn-over = Votre tour est terminé.
announce-leaders-alone = Les animateurs sont maintenant entre eux.
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
phase-debrief = Reprise entre animateurs

## La salle

room-title = Restarea
room-case = { $number ->
    [1] Premier cas
    [2] Deuxième cas
    [3] Troisième cas
   *[other] Cas { $number }
  }
room-circle = Le cercle
room-you = Vous
room-seat = Place { $number }
room-role-leader = anime
room-role-co_leader = co-anime
room-role-member = participant
room-role-observer = observe
room-role-presenter = présente
room-role-pushed_back = en retrait
room-link-lost = lien perdu
room-link-lost-long = la liaison est perdue, la place est gardée
room-seat-absent = hors de la salle
room-seat-speaking = parle
room-seat-floor = a la parole
room-seat-hand = main levée, numéro { $place }
room-gathering = On arrive
room-says-gathering = La séance commence quand tout le monde est là.
room-says-paused = Le groupe se repose. Rien ne se perd.
room-says-arrival = Un moment pour que chacun arrive.
room-says-case_call = Prenez votre temps. Qui pense à un patient peut le dire.
room-says-chosen = { $name } va présenter.
room-says-presentation = { $name } raconte. Les autres écoutent.
room-says-questions = Des questions brèves, sur les faits. { $name } répond.
room-says-asks = { $name } pose une question.
room-says-turn = La parole est à { $name }.
room-says-discussion = Le groupe pense au médecin et au patient.
room-says-discussion-back = Le groupe élabore. { $name }, en retrait, écoute.
room-says-return = { $name } revient dans le cercle et ne doit aucune réponse.
room-says-joint_discussion = Tous ensemble.
room-says-closing = Les animateurs referment le cas.
room-says-debrief = Les animateurs sont entre eux.
room-says-no-presenter = Il n’y a pas de présentateur pour l’instant.
room-paused = Pause
room-arc = Temps de cette phase : { $past } parts sur { $parts } sont passées
room-controls = Ce que vous pouvez faire
room-microphone-on = Activer le micro
room-microphone-off = Couper le micro
room-camera-on = Activer la caméra
room-camera-off = Couper la caméra
room-hand-raise = Lever la main
room-hand-lower = Baisser la main
room-word = Un mot discret
room-word-title = Un mot discret aux animateurs
room-word-text = Seuls les animateurs le voient. Personne d’autre ne sait que vous avez dit quelque chose.
room-word-not-now = Pendant que vous présentez un cas, vous pouvez d’ici dire aux animateurs, et à eux seuls, que vous voulez revenir ou qu’il vous faut une pause. Sinon, levez la main ou parlez simplement.
room-word-bring_me_back = Faites-moi revenir
room-word-need_a_pause = J’ai besoin d’une pause
room-word-said-bring_me_back = Les animateurs le savent : faites-moi revenir
room-word-said-need_a_pause = Les animateurs le savent : j’ai besoin d’une pause
room-case-offer = J’ai un cas
room-case-withdraw = Retirer ma proposition
room-turn-end = J’ai terminé
room-push-back = Me remettre en retrait
room-self-hide = Masquer ma propre image
room-self-show = Montrer ma propre image
room-close = Fermer
room-leave = Quitter
room-leave-title = Un instant, ou pour de bon ?
room-leave-text = Vous pouvez vous absenter un instant : micro et caméra se coupent, votre place est gardée et vous entendez toujours le groupe. Si vous quittez, votre place sort du cercle.
room-leave-text-leader = Vous pouvez vous absenter un instant : micro et caméra se coupent et votre place est gardée. Si vous quittez, la séance continue sans vous. Pour la terminer pour tous, passez par le pupitre.
room-leave-stay = Rester
room-leave-step-out = M’absenter un instant
room-leave-now = Quitter la séance
room-sound-blocked = Votre navigateur attend un geste de votre part avant de jouer le son.
room-sound-on = Activer le son
room-lost = La connexion est perdue. Elle revient d’elle-même.
room-draining = Le serveur redémarre un instant. La séance reprendra là où elle en était.
room-waiting-title = Bienvenue, { $name }
room-waiting-title-nameless = Bienvenue
room-waiting-text = La séance n’a pas commencé. L’animateur vous fera entrer.
room-waiting-running = La séance a commencé. L’animateur vous fera entrer au bon moment.
room-waiting-unheard = Vous n’avez rien à faire. Cette page ouvrira le cercle d’elle-même.
room-ended-title = La séance est terminée
room-ended-text = Rien n’en a été enregistré. Vous pouvez fermer cette page.
room-left-title = Vous avez quitté la séance
room-left-text = Le groupe continue. Pour revenir, rouvrez votre lien et attendez qu’on vous fasse entrer.
room-removed-title = Vous n’êtes plus dans cette séance
room-removed-text = Un animateur a retiré votre place du cercle. Si c’est une erreur, écrivez à votre animateur.
room-replaced-title = La salle est ouverte dans une autre fenêtre
room-replaced-text = Vous y êtes maintenant ; ici, rien n’est entendu, vu ni envoyé. Vous pouvez fermer cette fenêtre.
room-replaced-again = Continuer plutôt ici
room-outdated-title = Cette page n’est plus à jour
room-outdated-text = Le serveur a été renouvelé depuis que vous l’avez ouverte. Votre place est gardée.
room-outdated-again = La rouvrir
room-no-place-title = Ce navigateur n’a pas de place ici
room-no-place-text = Ouvrez le lien que votre animateur vous a envoyé.
room-outside-title = Le cas est refermé
room-outside-text = Merci d’avoir été là. Les animateurs parlent maintenant entre eux : personne ne vous entend, et vous ne les entendez pas.

## Le pupitre des animateurs

desk-title = Le pupitre des animateurs
desk-open = Ouvrir le pupitre
desk-close = Retour au cercle
desk-waiting-count = { $count ->
    [one] 1 personne attend
   *[other] { $count } personnes attendent
  }
desk-offers-count = { $count ->
    [one] 1 cas proposé
   *[other] { $count } cas proposés
  }
desk-hands-count = { $count ->
    [one] 1 main levée
   *[other] { $count } mains levées
  }
desk-time-of = { $passed } sur { $planned }
desk-over-by = { $planned } + { $time } de plus
desk-paused-for = en pause depuis { $time }
desk-next-begin = Commencer la séance
desk-next-arrival = Passer à l’arrivée
desk-next-case_call = Demander qui a un cas
desk-next-presentation = Commencer l’exposé du cas
desk-next-questions = Ouvrir les questions de clarification
desk-next-discussion = Ouvrir l’élaboration
desk-next-return = Faire revenir le présentateur, à lui la parole
desk-next-return-here = Donner la parole au présentateur
desk-next-joint_discussion = Ouvrir la discussion commune
desk-next-closing = Commencer la clôture
desk-next-debrief = Refermer le cercle : les animateurs restent pour la reprise
desk-next-end = Terminer la séance
desk-presenter-pushes-back = { $step } : le présentateur se met en retrait
desk-presenter-comes-back = { $step } : le présentateur revient
desk-skip-to = Sauter cette phase. Passer à : { $phase }
desk-blocked-choose = Choisissez d’abord qui présente.
desk-blocked-no-offer = Personne n’a encore proposé de cas.
desk-step-back = Revenir à : { $phase }…
desk-step-back-none = Revenir
desk-step-back-title = Revenir à « { $phase } » ?
desk-step-back-text = Cette phase recommence, avec toute sa durée. Les mains levées et le tour de parole en cours sont abandonnés. Rien d’autre n’est perdu.
desk-step-back-no = Non, rester ici
desk-step-back-yes = Revenir
desk-pause = Pause
desk-resume = Reprendre
desk-extend = + { $minutes } min
desk-extend-seconds = + { $seconds } s
desk-recall = Rappeler
desk-push-back = En retrait
desk-word-bring_me_back = { $name } demande à revenir
desk-word-need_a_pause = { $name } demande une pause
desk-ago = pour les animateurs seuls, il y a { $time }
desk-waiting = Dans la salle d’attente
desk-admit = Faire entrer
desk-admit-all = Faire entrer les { $count }
desk-turn-away = Refuser
desk-offers = Cas proposés
desk-offers-none = Aucun encore. Le silence en fait partie.
desk-choose = Choisir
desk-chosen = présente
desk-floor = Parole et mains
desk-hands-none = Aucune main n’est levée.
desk-hand = { $place }. { $name }
desk-hand-lower = Baisser
desk-grant = Donner la parole
desk-turn-of = { $name } a la parole
desk-turn-end = Fin du tour
desk-not-yet-heard = pas encore entendu
desk-one-at-a-time = Un seul à la fois
desk-gate-soft = On entend tout le monde ; la salle montre à qui est la parole.
desk-gate-hard-open = Le serveur transmet tout le monde.
desk-gate-hard-queue = On n’entend que la personne dont c’est le tour, et les animateurs.
desk-gate-hard-presenter = On n’entend que le présentateur, et les animateurs.
desk-gate-hard-asker_and_presenter = On n’entend que qui questionne et le présentateur, et les animateurs.
desk-gate-hard-leaders = On n’entend que les animateurs.
desk-gate-phase = Jusqu’à la fin de cette phase.
desk-plan = Déroulement du cas
desk-optional = (facultatif)
desk-left-out = sautée
desk-circle = { $count ->
    [one] 1 personne dans le cercle
   *[other] { $count } personnes dans le cercle
  }
desk-speaks = parle
desk-silent = silence { $time }
desk-remove = Retirer
desk-removing = Retirer quelqu’un…
desk-removing-done = Ne retirer personne
desk-remove-title = Retirer { $name } ?
desk-remove-text = Cette personne n’entendra ni ne verra plus rien de la séance, et son lien ne l’ouvrira plus. On ne peut pas revenir en arrière.
desk-remove-no = Non, ne rien changer
desk-remove-yes = Retirer { $name }
desk-end = Terminer la séance…
desk-end-title = Terminer la séance pour tous ?
desk-end-text = Le son et les images s’arrêtent pour tous, animateurs compris. On ne peut pas revenir en arrière.
desk-end-no = Non, continuer
desk-end-yes = Terminer la séance

## Les refus, en mots simples

code-session_ended = La séance est terminée.
code-not_begun = La séance n’a pas encore commencé.
code-already_begun = La séance a déjà commencé.
code-not_allowed = Ce n’est pas possible maintenant.
code-conflict = Quelqu’un a été plus rapide et la situation a changé. Ce que vous voyez est à jour.
code-no_such_seat = Cette place n’existe plus.
code-not_waiting = Cette personne n’attend plus.
code-not_seated = Cette personne n’est pas dans le cercle.
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
code-too_fast = C’était trop rapide. Attendez un instant.
code-draining = Le serveur redémarre. Réessayez dans un instant.
code-not_saved = Le serveur n’a pas pu l’enregistrer : rien n’a changé. Réessayez.
code-unreachable = Le serveur n’a pas répondu. Rien n’a changé ; réessayez.
code-other = Cela n’a pas marché. Rien n’a changé.
