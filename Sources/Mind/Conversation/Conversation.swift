public import AvatarTypes
import Foundation
public import Store

/// One room's talk: takes what users say, remembers it, and answers as it thinks.
///
/// Users in one room share the character's mood, and nothing else: facts and turns are each user's own.
///
/// ```swift
/// for await event in await conversation.reply(to: "I live in Tokyo", from: "anna", at: now) {
///     if case .utterance(let utterance) = event { speak(utterance) }
/// }
/// ```
public actor Conversation {
    /// How many turns back nothing is repeated and no question asked twice.
    static let turnsToLookBack = 80

    let archive: Archive
    private(set) var persona: Persona
    let room: String
    private(set) var model: (any LanguageModel)?
    private let seed: UInt64
    /// Pages of her diary, and dreams, that she can speak of.
    private static let pagesKnown = 8
    private let builtIn = BuiltInMind()
    private var mood: Mood?
    private var breaker = Breaker()
    private var languages: [String: Language] = [:]
    /// Which traits each user's last request spoke for.
    private var wishes: [String: [String: Float]] = [:]
    /// Of the last minute.
    private var touches: [(user: String, time: Double)] = []
    /// Until when each user's absence has been felt, so that it is felt once.
    private var absences: [String: Double] = [:]
    /// Replies that are being thought and were not interrupted: only of these more is kept.
    private var unfinished: Set<Reply.ID> = []

    public init(
        archive: Archive, persona: Persona = .mirai, room: String, model: (any LanguageModel)?,
        seed: UInt64
    ) {
        self.archive = archive
        self.persona = persona
        self.room = room
        self.model = model
        self.seed = seed
    }

    /// The language model that thinks for the character, or nil while she thinks for herself.
    public var modelName: String? { model?.name }

    /// Thinks with another model from the next reply on, or, without one, with the built-in mind.
    public func use(model: (any LanguageModel)?) {
        self.model = model
        breaker = Breaker()
    }

    /// Is somebody else from the next reply on; how she feels just now stays as it is.
    public func use(persona: Persona) {
        guard persona != self.persona else { return }
        let kept = mood?.written
        self.persona = persona
        mood = kept.flatMap { Mood(written: $0, baseline: persona.baseline) }
    }

    /// How the character feels at a moment.
    public func emotion(at now: Moment) -> Emotion {
        currentMood(at: now.seconds).emotion(at: now).livened(by: mode.energy)
    }

    /// How she would feel at that hour if nothing had happened.
    public func rest(at now: Moment) -> Emotion {
        Daylight.rest(persona.baseline, at: now).livened(by: mode.energy)
    }

    /// The mode that she is in, in this room; it outlives the process.
    public var modeName: String {
        let kept = kept("mode:" + room, of: "") ?? Persona.usualMode
        return persona.mode(named: kept) == nil ? Persona.usualMode : kept
    }

    /// The names of the modes that she has.
    public var modeNames: [String] { persona.modeNames }

    /// How she is in her mode.
    public var mode: Mode { persona.mode(named: modeName) ?? Mode() }

    /// Takes on a mode from the next reply on.
    ///
    /// - Returns: false when she has none of that name.
    public func use(mode name: String) -> Bool {
        guard persona.mode(named: name) != nil else { return false }
        try? archive.keep(name, as: "mode:" + room, user: "")
        return true
    }

    /// What made her feel as she does, oldest first.
    public func causes(last count: Int) -> [Feeling] {
        (try? archive.feelings(room: room, last: count)) ?? []
    }

    /// How close a user is to her at a moment.
    public func affinity(of user: String, at now: Moment) -> Affinity {
        let kept = try? archive.value(of: "affinity", user: user)
        return (kept.flatMap { Affinity(written: $0) } ?? Affinity(at: now.seconds)).at(now.seconds)
    }

    /// Something happened to her beside the talk.
    ///
    /// - Returns: How she feels now.
    @discardableResult
    public func feel(_ happening: Happening, from user: String, at now: Moment) -> Emotion {
        var affinity = affinity(of: user, at: now)
        touches.removeAll { $0.time < now.seconds - 60 }
        let appraisal = Appraisal(
            happening, user: user, affinity: affinity,
            recentTouches: touches.count { $0.user == user })
        if case .touch = happening { touches.append((user, now.seconds)) }
        affinity.hear(sentiment: appraisal.sentiment, confides: false, at: now.seconds)
        let feeling = feel(appraisal, from: user, at: now)
        try? archive.record(feeling, keeping: ["affinity": affinity.written])
        keepMood()
        return emotion(at: now)
    }

    /// Answers a message. What the user said and stated is on the disk before the first event. Ending
    /// the iteration early stops the work.
    ///
    /// - Parameter direction: what the program in which she is spoken to asks of her.
    public func reply(
        to text: String, from user: String, direction: String? = nil, at now: Moment
    ) -> AsyncStream<ReplyEvent> {
        let (stream, continuation) = AsyncStream<ReplyEvent>.makeStream()
        var (prompt, id, problem) = take(text, from: user, at: now)
        prompt.direction = direction
        start(prompt, id: id, problem: problem, continuation)
        return stream
    }

    /// Takes in an earlier talk that was kept elsewhere, without answering.
    ///
    /// - Parameter turns: oldest first, each of the user or of her.
    public func takeIn(
        _ turns: [(speaker: Turn.Speaker, text: String)], with user: String, at now: Moment
    ) {
        var answered: Turn.ID?
        for turn in turns {
            switch turn.speaker {
            case .user: answered = take(turn.text, from: user, at: now).1
            case .character:
                if let id = answered {
                    try? archive.amend(id, text: turn.text)
                    answered = nil
                } else {
                    _ = try? archive.record(
                        Turn(
                            room: room, user: user, speaker: .character, text: turn.text,
                            time: now.seconds))
                }
            }
        }
    }

    /// Greets a user who has come: by the hour, and by what is known of them.
    ///
    /// - Parameter language: What to greet in before the user has said anything.
    public func greeting(for user: String, in language: Language? = nil, at now: Moment)
        -> AsyncStream<ReplyEvent>
    {
        let (stream, continuation) = AsyncStream<ReplyEvent>.makeStream()
        var problem: String?
        for feeling in missing(user, at: now) {
            do { try archive.record(feeling) } catch { problem = "\(error)" }
        }
        if let language { languages[user] = languages[user] ?? language }
        var prompt = prompt(.arrival, user: user, turns: [], at: now)
        let id = reserve(user: user, now: now, problem: &problem)
        prompt.seed = turnSeed(id)
        start(prompt, id: id, problem: problem, continuation)
        return stream
    }

    /// What was really heard of a reply that was interrupted. It alone is remembered.
    public func heard(_ reply: Reply.ID, text: String) {
        unfinished.remove(reply)
        try? archive.amend(reply, heard: text)
    }

    // MARK: - Listening

    private func take(_ text: String, from user: String, at now: Moment)
        -> (Prompt, Turn.ID, problem: String?)
    {
        var problem: String?
        let turns = recentTurns(of: user)
        let lastSaid = turns.last { $0.speaker == .character }?.known
        let before = facts(of: user)
        let unnamed =
            before.last { $0.value.isEmpty }.flatMap { Relation($0.relation) }
            ?? turns.last { $0.speaker == .user }.flatMap { Relation(mentionedIn: $0.known) }
        let hearing = Hearing(
            text, after: lastSaid, fallback: language(of: user), unnamed: unnamed)
        var entries: [String: String] = [:]
        if languages[user] != hearing.language {
            entries["language"] = hearing.language.rawValue
        }
        languages[user] = hearing.language
        var feelings = missing(user, at: now)
        var affinity = affinity(of: user, at: now)
        let appraisal = Appraisal(
            topics: hearing.topics, userEmotion: hearing.emotion, lifeEvent: hearing.lifeEvent,
            exclamations: text.count { $0 == "!" }, user: user, traits: persona.traits,
            affinity: affinity)
        affinity.hear(
            sentiment: appraisal.sentiment,
            confides: !hearing.statements.isEmpty
                || hearing.topics.contains(where: Appraisal.confidences.contains),
            at: now.seconds)
        entries["affinity"] = affinity.written
        var boundaries =
            kept("boundaries", of: user).flatMap { Boundaries(written: $0) } ?? Boundaries()
        let advice = boundaries.hear(day: now.dayNumber, at: now.seconds)
        entries["boundaries"] = boundaries.written
        let preferences = learn(from: hearing, appraisal, after: lastSaid, by: user, at: now)
        entries["preferences"] = preferences.written
        var habits = habits(of: user)
        habits.hear(hearing.isConfidential ? [] : Theme.all(in: text), at: now)
        entries["habits"] = habits.written
        feelings.append(feel(appraisal, from: user, at: now))
        let importance = Importance.of(hearing)
        var id: Turn.ID = 0
        do {
            // The reply's turn exists before its first word, so that an interruption always finds it.
            id = try archive.record(
                Turn(room: room, user: user, speaker: .user, text: text, time: now.seconds),
                changing: hearing.statements.flatMap(\.changes),
                answeredBy: Turn(
                    room: room, user: user, speaker: .character, text: "", time: now.seconds),
                importance: importance,
                feelings: feelings,
                episode: importance >= Episode.threshold
                    ? Episode(
                        user: user, time: now.seconds, text: text, importance: importance,
                        state: hearing.emotion.label.rawValue) : nil,
                keeping: entries)
        } catch {
            problem = "\(error)"
        }
        let hasForgotten = forget(hearing.questions, of: user)
        let enteredMode = ModeWish.name(in: hearing.clauses, among: modeNames)
        if let enteredMode { _ = use(mode: enteredMode) }

        var prompt = prompt(.message(text), user: user, turns: turns, at: now)
        let after = prompt.facts
        prompt.formerFacts = before.filter { old in
            Relation(old.relation)?.isSingle == true && !old.value.isEmpty
                && !after.contains { $0.id == old.id }
                && after.contains { $0.relation == old.relation }
        }
        prompt.hasForgotten = hasForgotten
        prompt.hearing = hearing
        prompt.enteredMode = enteredMode
        prompt.strategy = Strategy(
            feeling: hearing.emotion.label, topics: hearing.topics, affinity: affinity)
        prompt.advice = hearing.topics.contains(.crisis) ? nil : advice
        // Ratings are read anew with every prompt; what is learnt from the message comes before them.
        prompt.take(preferences, ratings: ratings(of: user))
        // The user's turn stands just before the reply's.
        prompt.recollections =
            (try? archive.recall(text, of: user, before: id - 1, now: now.seconds)) ?? []
        prompt.seed = turnSeed(id)
        return (prompt, id, problem)
    }

    /// What the way she talks and is learns from how her last words were taken.
    private func learn(
        from hearing: Hearing, _ appraisal: Appraisal, after lastSaid: String?, by user: String,
        at now: Moment
    ) -> Preferences {
        let satisfaction = (appraisal.sentiment + 1) / 2
        var preferences =
            kept("preferences", of: user).flatMap { Preferences(written: $0) } ?? Preferences()
        if let lastSaid {
            preferences.learn(
                formality: persona.speech.formality,
                words: Float(lastSaid.split(separator: " ").count),
                humour: wishes[user]?["playfulness"] ?? 0.3, satisfaction: satisfaction)
        }
        let wanted = Growth.wishes(hearing)
        if satisfaction > Growth.satisfaction {
            var growth = growth
            growth.learn(
                wishes[user] ?? wanted, of: persona.traits, satisfaction: satisfaction,
                at: now.seconds)
            keep(growth)
        }
        if !wanted.isEmpty { wishes[user] = wanted }
        return preferences
    }

    func kept(_ key: String, of user: String) -> String? {
        (try? archive.value(of: key, user: user)) ?? nil
    }

    /// How the character has changed by those who talk to her.
    public var growth: Growth {
        kept("growth:" + persona.name, of: "").flatMap {
            try? JSONDecoder().decode(Growth.self, from: Data($0.utf8))
        } ?? Growth()
    }

    private func keep(_ growth: Growth) {
        guard let data = try? JSONEncoder().encode(growth) else { return }
        try? archive.keep(
            String(decoding: data, as: UTF8.self), as: "growth:" + persona.name, user: "")
    }

    /// Takes back what has changed of her since a moment, seconds since 1970.
    public func rollBack(to time: Double) -> Growth {
        var growth = growth
        growth.rollBack(to: time)
        keep(growth)
        return growth
    }

    /// How closeness to a user, the hour and her mood show.
    public func bearing(towards user: String, at now: Moment) -> Bearing {
        Bearing(affinity: affinity(of: user, at: now), emotion: emotion(at: now), at: now)
    }

    /// Lets something act on the mood, and tells what it did.
    private func feel(_ appraisal: Appraisal, from user: String, at now: Moment) -> Feeling {
        var mood = currentMood(at: now.seconds)
        let before = mood.emotion(at: now)
        mood.feel(appraisal.target, strength: appraisal.strength, at: now)
        self.mood = mood
        return Feeling(
            room: room, user: user, time: now.seconds, event: appraisal.event,
            reason: appraisal.reason, state: appraisal.state, strength: Double(appraisal.strength),
            before: Feeling.Point(before), after: Feeling.Point(mood.emotion(at: now)))
    }

    /// What it does to her that the user was away, once.
    private func missing(_ user: String, at now: Moment) -> [Feeling] {
        guard let seen = (try? archive.lastSeen(user, before: now.seconds)) ?? nil,
            absences[user] != seen
        else { return [] }
        absences[user] = seen
        let affinity = affinity(of: user, at: now)
        return Appraisal(silence: now.seconds - seen, user: user, affinity: affinity)
            .map { [feel($0, from: user, at: now)] } ?? []
    }

    private func keepMood() {
        if let mood { try? archive.keep(mood.written, as: "displacement:" + room, user: "") }
    }

    /// Erases what the user asked to be forgotten; says whether there was anything.
    private func forget(_ questions: [Question], of user: String) -> Bool {
        var erased = false
        for question in questions {
            let known = facts(of: user)
            switch question {
            case .forgetAll:
                erased = (try? archive.forget(user)) != nil || erased
            case .forget(let relation):
                guard known.contains(where: { $0.relation == relation.text }) else { continue }
                erased = (try? archive.forget([relation.text], of: user)) != nil || erased
            case .forgetAbout(let words):
                for fact in Answer.recall(words.flatMap { Array($0.stems) }, known) {
                    let single = Relation(fact.relation)?.isSingle == true
                    erased =
                        (try? archive.forget(
                            [fact.relation], value: single ? nil : fact.value, of: user)) != nil
                        || erased
                }
            default: continue
            }
        }
        return erased
    }

    func prompt(_ occasion: Prompt.Occasion, user: String, turns: [Turn], at now: Moment)
        -> Prompt
    {
        var present = persona
        present.traits = growth.applied(to: persona.traits)
        let facts = facts(of: user)
        var prompt = Prompt(
            persona: present, user: user, occasion: occasion, language: language(of: user),
            facts: facts, formerFacts: [],
            turns: turns.isEmpty ? recentTurns(of: user) : turns,
            now: now, lastSeen: (try? archive.lastSeen(user, before: now.seconds)) ?? nil,
            emotion: emotion(at: now), seed: seed,
            episodes: (try? archive.episodes(of: user, beyond: Episode.told)) ?? [],
            secrets: (try? archive.history(of: user).filter(\.isPrivate).map(\.value)) ?? [])
        prompt.mode = mode
        prompt.manner = bearing(towards: user, at: now).manner
        prompt.bond = Bond(affinity(of: user, at: now))
        prompt.diary = (try? archive.diary(of: user, by: persona.name, last: Self.pagesKnown)) ?? []
        prompt.habits = habits(of: user).all(at: now.seconds)
        prompt.take(
            kept("preferences", of: user).flatMap { Preferences(written: $0) } ?? Preferences(),
            ratings: ratings(of: user))
        prompt.isMinor = Boundaries.isMinor(age: facts.last { $0.relation == "age" }?.value)
        if case .arrival = occasion, let first = (try? archive.firstSeen(user)) ?? nil {
            prompt.anniversary = Bond.anniversary(since: first, at: now.seconds)
        }
        return prompt
    }

    /// The reply's turn exists before its first word, so that an interruption always finds it.
    private func reserve(user: String, now: Moment, problem: inout String?) -> Turn.ID {
        do {
            return try archive.record(
                Turn(room: room, user: user, speaker: .character, text: "", time: now.seconds))
        } catch {
            problem = "\(error)"
            return 0
        }
    }

    private func facts(of user: String) -> [Fact] { (try? archive.facts(of: user)) ?? [] }

    private func recentTurns(of user: String) -> [Turn] {
        (try? archive.turns(room: room, user: user, last: Self.turnsToLookBack)) ?? []
    }

    private func language(of user: String) -> Language {
        if let known = languages[user] { return known }
        let kept = try? archive.value(of: "language", user: user)
        return kept.flatMap { Language(rawValue: $0) } ?? .english
    }

    private func currentMood(at seconds: Double) -> Mood {
        if let mood { return mood }
        let kept = (try? archive.value(of: "displacement:" + room, user: "")) ?? nil
        return kept.flatMap { Mood(written: $0, baseline: persona.baseline) }
            ?? Mood(baseline: persona.baseline, at: seconds)
    }

    private func turnSeed(_ id: Turn.ID) -> UInt64 {
        var generator = SeededGenerator(seed: seed &+ UInt64(bitPattern: id))
        return generator.next()
    }

    // MARK: - Speaking

    private func start(
        _ prompt: Prompt, id: Turn.ID, problem: String?,
        _ continuation: AsyncStream<ReplyEvent>.Continuation
    ) {
        unfinished.insert(id)
        continuation.yield(.began(id))
        if let problem { continuation.yield(.notice(problem)) }
        let work = Task { await speak(prompt, id: id, continuation) }
        continuation.onTermination = { reason in
            if case .cancelled = reason { work.cancel() }
        }
    }

    private func speak(
        _ prompt: Prompt, id: Turn.ID, _ continuation: AsyncStream<ReplyEvent>.Continuation
    ) async {
        var delivery = Delivery(mood: prompt.emotion, language: prompt.language)
        delivery.manner = prompt.manner
        let advice = prompt.advice.map { " " + Boundaries.line($0, in: prompt.language) } ?? ""
        var source = builtIn.name
        var needsBuiltIn = true
        if let model, breaker.allows(at: prompt.now.seconds), let outgoing = prompt.outgoing {
            do {
                source = model.name
                needsBuiltIn = false
                note(outgoing, for: model)
                // Where help is to be found is said first, whatever a model says then.
                if prompt.hearing?.topics.contains(.crisis) == true {
                    emit(
                        delivery.read(builtIn.reply(to: prompt) + " "), delivery.shown, id: id,
                        continuation)
                }
                try await pass(model.stream(outgoing), to: &delivery, id: id, continuation)
                emit(delivery.read(advice), delivery.shown, id: id, continuation)
                emit(delivery.finish(), delivery.shown, id: id, continuation)
                breaker.succeed()
            } catch let failure as ModelFailure {
                breaker.fail(failure, at: prompt.now.seconds)
                emit(delivery.abandon(), delivery.shown, id: id, continuation)
                continuation.yield(.notice(failure.notice(model: model.name, in: prompt.language)))
                needsBuiltIn = true
            } catch is CancellationError {
                unfinished.remove(id)
                finish(nil, continuation)
                return
            } catch {
                let failure = ModelFailure.unreachable("\(error)")
                breaker.fail(failure, at: prompt.now.seconds)
                emit(delivery.abandon(), delivery.shown, id: id, continuation)
                continuation.yield(.notice(failure.notice(model: model.name, in: prompt.language)))
                needsBuiltIn = true
            }
        }
        if needsBuiltIn {
            let reply = delivery.shown.isEmpty ? builtIn.reply(to: prompt) : lostThread(prompt)
            if delivery.shown.isEmpty { source = builtIn.name }
            emit(
                delivery.read((delivery.shown.isEmpty ? "" : " ") + reply + advice), delivery.shown,
                id: id,
                continuation)
            emit(delivery.finish(), delivery.shown, id: id, continuation)
        }
        let text = delivery.shown
        if unfinished.remove(id) != nil { try? archive.amend(id, text: text) }
        keepMood()
        let felt = delivery.expression.flatMap { Emotion(name: $0) }
        let emotion = felt.map { prompt.emotion.blended(towards: $0, by: 0.3) } ?? prompt.emotion
        finish(Reply(id: id, text: text, emotion: emotion, source: source), continuation)
    }

    /// Every prompt that leaves is written down before it does.
    func note(_ prompt: Prompt, for model: any LanguageModel) {
        guard let destination = model.destination else { return }
        let text = prompt.messages.map { "\($0.role): \($0.content)" }.joined(separator: "\n\n")
        try? archive.record(
            Egress(
                time: prompt.now.seconds, room: room, user: prompt.user, destination: destination,
                text: text))
    }

    /// What closes a reply that a model began and did not end.
    private func lostThread(_ prompt: Prompt) -> String {
        var lines = Lines(prompt, language: prompt.language)
        return lines.choose(
            lines.among(
                [
                    "[contemplative] Sorry, I lost my thread there. Ask me again if it matters.",
                    "[contemplative] Oh, the thought broke off. Where were we?",
                ],
                [
                    "[contemplative] Ой, мысль оборвалась. Скажи ещё раз, если это важно.",
                    "[contemplative] Прости, я потеряла нить. О чём мы?",
                ], ["[contemplative] すみません、言葉が途切れました。もう一度お願いします。"]))
    }

    /// Bytes of a model's reply, some fifteen minutes of speech. A small model that has lost itself
    /// repeats itself for ever, faster than anyone can speak, and all of it would wait in memory.
    private static let longestReply = 16_000
    /// Bytes of a reply with all that was thought before it.
    private static let longestThought = 200_000

    private func pass(
        _ pieces: AsyncThrowingStream<String, any Error>, to delivery: inout Delivery, id: Turn.ID,
        _ continuation: AsyncStream<ReplyEvent>.Continuation
    ) async throws {
        var length = 0
        for try await piece in pieces {
            emit(delivery.read(piece), delivery.shown, id: id, continuation)
            length += piece.utf8.count
            if delivery.shown.utf8.count > Self.longestReply || length > Self.longestThought {
                guard !delivery.shown.isEmpty else { throw ModelFailure.garbage("too long") }
                emit(delivery.abandon(), delivery.shown, id: id, continuation)
                break
            }
        }
        try Task.checkCancellation()
    }

    private func emit(
        _ output: Delivery.Output, _ shown: String, id: Turn.ID,
        _ continuation: AsyncStream<ReplyEvent>.Continuation
    ) {
        if !output.thought.isEmpty { continuation.yield(.thought(output.thought)) }
        if !output.text.isEmpty { continuation.yield(.text(output.text)) }
        guard !output.utterances.isEmpty else { return }
        // Speech first: the disk takes milliseconds that a listener would hear.
        for utterance in output.utterances { continuation.yield(.utterance(utterance)) }
        if unfinished.contains(id) { try? archive.amend(id, text: shown, isComplete: false) }
    }

    private func finish(_ reply: Reply?, _ continuation: AsyncStream<ReplyEvent>.Continuation) {
        if let reply { continuation.yield(.finished(reply)) }
        continuation.finish()
    }
}

extension Emotion {
    /// With more energy, or less.
    fileprivate func livened(by energy: Float) -> Emotion {
        Emotion(
            valence: valence, arousal: arousal, energy: min(1, max(0, self.energy + energy)))
    }
}

extension Feeling.Point {
    fileprivate init(_ emotion: Emotion) {
        self.init(
            valence: Double(emotion.valence), arousal: Double(emotion.arousal),
            energy: Double(emotion.energy))
    }
}
