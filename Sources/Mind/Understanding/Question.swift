/// Something a user asks about what they told.
enum Question: Equatable, Sendable {
    case about(Relation)
    /// "Do I like tea?"
    case whether(Relation.Kind, String)
    /// "Who is Barsik?"
    case who(String)
    /// Whatever is known of these words.
    case recall([String])
    case everything
    /// Erase one relation, or all that mentions these words.
    case forget(Relation)
    case forgetAbout([String])
    case forgetAll

    static func question(in clause: Clause) -> Question? {
        let whole = clause
        let isJapanese = clause.isJapanese
        let clause = clause.withoutFillers.withoutAsking
        // "А сестру?" has one word left.
        guard
            clause.words.count > 1
                || whole.isQuestion && clause.words.contains(where: { Thing.find($0.key) != nil })
        else { return nil }
        for (pattern, make) in isJapanese ? japaneseShapes : shapes {
            if let kept = pattern.match(clause) ?? (isJapanese ? pattern.match(whole) : nil),
                let question = make(kept.mapValues { $0.map(\.key) })
            {
                return question
            }
        }
        return nil
    }

    typealias Make = @Sendable ([String: [String]]) -> Question?

    static func about(_ kind: Relation.Kind) -> Make {
        { _ in .about(Relation(kind)) }
    }

    private static func thing(_ kind: Relation.Kind, _ things: [Thing]) -> Make {
        { kept in
            guard let word = kept["thing"]?.first, let thing = Thing.find(word, in: things) else {
                return nil
            }
            return .about(Relation(kind, of: thing.key))
        }
    }

    private static let favourite: Make = { kept in
        guard let words = kept["thing"], let first = words.first else { return nil }
        let key = Thing.find(first, in: Thing.favourites)?.key ?? words.joined(separator: " ")
        return .about(Relation(.favourite, of: key))
    }

    private static let own: Make = { kept in
        kept["thing"].map { .about(Relation(.own, of: $0.joined(separator: " "))) }
    }

    private static let shapes: [(Pattern, Make)] = table.map { (Pattern($0.0), $0.1) }
    private static let japaneseShapes = japaneseTable.map { (Pattern($0.0), $0.1) }

    private static let table: [(String, Make)] = [
        // Forgetting comes first: "forget my name" is no question about it.
        (
            "forget [about] (everything|all|me) [about me|you know|you know about me|i told you]",
            { _ in .forgetAll }
        ),
        (
            "(забудь|сотри|удали) [про|обо|о] (все|меня|мне) [обо мне|что знаешь|что ты знаешь]",
            { _ in .forgetAll }
        ),
        (
            "(forget|delete|erase) [about] (my name|what my name is)",
            { _ in .forget(Relation(.name)) }
        ),
        (
            "(forget|delete|erase) [about] (where i live|my (home|city|address))",
            { _ in .forget(Relation(.home)) }
        ),
        ("(forget|delete|erase) [about] (my age|how old i am)", { _ in .forget(Relation(.age)) }),
        ("(forget|delete|erase) [about] my birthday", { _ in .forget(Relation(.birthday)) }),
        (
            "(забудь|сотри|удали) [про|о] (мой день рождения|когда у меня день рождения)",
            { _ in .forget(Relation(.birthday)) }
        ),
        (
            "(забудь|сотри|удали) [про] (мой возраст|сколько мне лет)",
            { _ in .forget(Relation(.age)) }
        ),
        ("(забудь|сотри|удали) (мое имя|как меня зовут)", { _ in .forget(Relation(.name)) }),
        ("(забудь|сотри|удали) [о том|про то] где я живу", { _ in .forget(Relation(.home)) }),
        (
            "(forget|delete|erase) [about] [that|what i said about|my|the] {words:6}",
            { $0["words"].map { .forgetAbout($0) } }
        ),
        (
            "(забудь|сотри|удали) [про|о|об|что|как зовут] [мой|моя|мое|мою|моего|моей] {words:6}",
            { $0["words"].map { .forgetAbout($0) } }
        ),
        // Everything
        ("what do you (know|remember) about me", { _ in .everything }),
        ("what (have i told you|did i tell you) [about (me|myself)]", { _ in .everything }),
        ("tell me [everything|all|what] [you know] about (me|myself)", { _ in .everything }),
        ("what [else] do you (know|remember)", { _ in .everything }),
        ("who am i", { _ in .everything }),
        ("что ты [обо мне] (знаешь|помнишь) [обо мне]", { _ in .everything }),
        ("(расскажи|скажи) [мне] [все] [что знаешь|что ты знаешь] обо мне", { _ in .everything }),
        ("кто я [такой|такая]", { _ in .everything }),
        // Name, places, age, work
        ("what is my name", about(.name)), ("my name", about(.name)),
        ("what am i called", about(.name)),
        ("what my name is", about(.name)), ("who i am", about(.name)),
        ("как меня зовут", about(.name)), ("[какое] мое имя", about(.name)),
        ("какое у меня имя", about(.name)),
        ("where (do i live|i live|is my home|am i living)", about(.home)),
        ("which (city|country|town) do i live in", about(.home)),
        ("what (city|country|town) do i live in", about(.home)),
        ("do i [still] live in *", about(.home)),
        ("где я [сейчас|теперь] живу [сейчас|теперь]", about(.home)),
        ("в каком (городе|стране) я живу", about(.home)),
        ("где мой дом", about(.home)), ("я [еще|все еще] живу (в|во) *", about(.home)),
        ("where (am i|do i come) [originally] from", about(.from)),
        ("where i am from", about(.from)), ("where was i born", about(.from)),
        ("откуда я [родом]", about(.from)),
        ("(how old am i|how old i am|what is my age)", about(.age)),
        ("сколько мне лет", about(.age)),
        ("(when is|what is) my birthday", about(.birthday)),
        ("when (was i born|is my birthday)", about(.birthday)),
        ("when my birthday is", about(.birthday)),
        ("(когда|какого числа) [у меня|мой] день рождения [у меня]", about(.birthday)),
        ("когда я (родился|родилась)", about(.birthday)),
        (
            "what (do i do|is my job|is my work|is my profession) [for a living|for work]",
            about(.job)
        ), ("what i do", about(.job)),
        ("кем я работаю", about(.job)), ("кто я по профессии", about(.job)),
        ("[какая] у меня (работа|профессия)", about(.job)),
        ("where do i work", about(.workplace)), ("where i work", about(.workplace)),
        ("где я работаю", about(.workplace)),
        // Pets, family
        (
            "(what is|what) [the] [name of] my {thing:1} [name|called|named]",
            thing(.pet, Thing.pets)
        ),
        (
            "(what is|what) [the] [name of] my {thing:1} [name|called|named]",
            thing(.family, Thing.kin)
        ),
        ("do i have (a|an|any) {thing:1}", thing(.pet, Thing.pets)),
        ("do i have (a|an|any) {thing:1}", thing(.family, Thing.kin)),
        ("(do i have|what|which) [a|any] (pet|pets|animals) [do i have]", about(.pet)),
        ("(who is|what is) my pet", about(.pet)),
        ("как зовут (моего|мою|моих) {thing:1}", thing(.pet, Thing.pets)),
        ("как зовут (моего|мою|моих) [старш~|младш~] {thing:1}", thing(.family, Thing.kin)),
        ("как (моего|мою) {thing:1} зовут", thing(.pet, Thing.pets)),
        ("как (моего|мою) {thing:1} зовут", thing(.family, Thing.kin)),
        (
            "(какие|кто) у меня [есть] (питомцы|питомец|животные|домашние животные|за питомец)",
            about(.pet)
        ),
        ("у меня есть (питомец|питомцы|животные|домашние животные)", about(.pet)),
        ("у меня есть {thing:1}", thing(.pet, Thing.pets)),
        ("у меня есть {thing:1}", thing(.family, Thing.kin)),
        // Favourites, likes
        ("(what|which|who) is my (favourite|favorite) {thing:3}", favourite),
        (
            "(what|which) {thing:1} (is my (favourite|favorite)|do i like [best|most|the most])",
            favourite
        ),
        ("my (favourite|favorite) {thing:3}", favourite),
        ("как~ [у меня|мой|моя|мое|мои] любим~ {thing:1}", favourite),
        ("как~ мо~ любим~ {thing:1}", favourite),
        ("как~ у меня любим~ {thing:1}", favourite),
        ("как~ {thing:1} [у меня|мой|моя|мое] [самый|самая] любим~", favourite),
        ("что за любим~ {thing:1} у меня", favourite),
        ("what [things] do i (like|love|enjoy)", about(.likes)),
        ("what i (like|love)", about(.likes)),
        ("что (я люблю|мне нравится) [делать]", about(.likes)),
        ("что я [больше всего] люблю", about(.likes)),
        ("what do i (hate|dislike|not like)", about(.dislikes)),
        ("what do not i like", about(.dislikes)),
        ("что я (не люблю|ненавижу)", about(.dislikes)), ("чего я не люблю", about(.dislikes)),
        (
            "do i (like|love) {words:5}",
            { $0["words"].map { .whether(.likes, $0.joined(separator: " ")) } }
        ),
        (
            "do i (hate|dislike) {words:5}",
            { $0["words"].map { .whether(.dislikes, $0.joined(separator: " ")) } }
        ),
        (
            "(я люблю|люблю ли я|мне нравится) {words:5}",
            { $0["words"].map { .whether(.likes, $0.joined(separator: " ")) } }
        ),
        // What was told
        (
            "what did i (tell you|say|ask you to remember) [about] [my|the] {words:6}",
            { $0["words"].map { .recall($0) } }
        ),
        ("what did i ask you to remember", { _ in .about(Relation(.note)) }),
        ("what did you [have to] remember", { _ in .about(Relation(.note)) }),
        ("what (should|must) you remember", { _ in .about(Relation(.note)) }),
        (
            "что я [тебе] (говорил|говорила|рассказывал|рассказывала|сказал|сказала) [тебе] (про|о|об) [мой|мою|моего|свой|свою] {words:6}",
            { $0["words"].map { .recall($0) } }
        ),
        (
            "что я [тебя] (просил|просила|попросил|попросила) [тебя] запомнить",
            { _ in .about(Relation(.note)) }
        ),
        (
            "(who is|who was) {words:2}",
            { kept in
                guard let words = kept["words"], let first = words.first,
                    !["you", "your", "my"].contains(first)
                else { return nil }
                return .who(words.joined(separator: " "))
            }
        ),
        (
            "кто (такой|такая|это) {words:2}",
            { kept in
                guard let words = kept["words"], words.first != "ты" else { return nil }
                return .who(words.joined(separator: " "))
            }
        ),
        // "And my sister's?" asks what was asked before.
        ("[and|what about] my {thing:1} [name]", thing(.pet, Thing.pets)),
        ("[and|what about] my {thing:1} [name]", thing(.family, Thing.kin)),
        ("[мою|моего|моей] {thing:1}", thing(.pet, Thing.pets)),
        ("[мою|моего|моей] {thing:1}", thing(.family, Thing.kin)),
        // My X
        ("(what|when|where|who) (is|are) my {thing:3}", own),
        ("(когда|где|какой|какая|какое|кто) [у меня] (мой|моя|мое|мои) {thing:3}", own),
        ("(когда|где) у меня [будет] {thing:3}", own),
        (
            "(what|which|where|when|do|did|am) {words:1} i {rest:6}",
            { kept in
                guard let words = kept["words"], let rest = kept["rest"] else { return nil }
                if words.contains(where: ["should", "could", "can", "shall"].contains) {
                    return nil
                }
                return words == ["do"] || words == ["am"] || words == ["did"]
                    ? .recall(rest) : .recall(words + rest)
            }
        ),
        (
            "(what|which) {words:2} do i {rest:5}",
            { kept in
                (kept["words"].flatMap { words in kept["rest"].map { words + $0 } }).map {
                    .recall($0)
                }
            }
        ),
        (
            "(на чем|что|во что|какие|какой|на каких|когда|где) {words:2} я {rest:5}",
            { kept in
                (kept["words"].flatMap { words in kept["rest"].map { words + $0 } }).map {
                    .recall($0)
                }
            }
        ),
        ("(на чем|что|во что|какие|какой|чем) я {rest:5}", { $0["rest"].map { .recall($0) } }),
    ]
}

extension Clause {
    private static let asking = [
        "do you [still|even] (know|remember) {rest:30}", "(can|could|would) you tell me {rest:30}",
        "tell me {rest:30}",
        "(remind me|guess) {rest:30}", "(ты|а ты) [еще] (помнишь|знаешь) {rest:30}",
        "(помнишь|знаешь|напомни|скажи) [ли|мне] {rest:30}",
        "напомни [мне] {rest:30}", "[ты] можешь (сказать|напомнить) {rest:30}", "so {rest:30}",
    ].map(Pattern.init)

    /// "Do you remember what my name is": what is asked behind the asking.
    var withoutAsking: Clause {
        if keys.contains("about") || keys.contains("обо") { return self }
        for pattern in Self.asking {
            if let rest = pattern.match(self)?["rest"],
                !(rest.count == 1 && ["me", "меня"].contains(rest[0].key))
            {
                return Clause(words: rest, isQuestion: true)
            }
        }
        return self
    }
}
