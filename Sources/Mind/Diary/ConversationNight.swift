import AvatarTypes
import Foundation
public import Store

/// What happens when nobody talks: the diary of the day that is over, and a dream.
extension Conversation {
    /// Writes, for everybody who talked here on the last day that is over, a page of the diary and a dream,
    /// unless they are written. Days on which nobody came have none.
    ///
    /// A language model writes, if there is one and what it writes is fit; else the built-in mind does.
    ///
    /// - Returns: what is new.
    @discardableResult
    public func writeDiary(at now: Moment) async -> [DiaryEntry] {
        let day = DiaryDay(before: now)
        var written: [DiaryEntry] = []
        for user in (try? archive.visitors(of: room, from: day.start, to: day.end)) ?? [] {
            let present = (try? archive.diary(of: user, by: persona.name)) ?? []
            guard !present.contains(where: { $0.day == day.name }) else { continue }
            guard let (prompt, importances) = diaryPrompt(of: user, day: day, at: now) else {
                continue
            }
            var writer = DiaryWriter(prompt, importances: importances)
            let own: [(DiaryEntry.Kind, String)] = [
                (.diary, writer.page()), (.dream, writer.dream()),
            ]
            for (kind, text) in own {
                let entry = DiaryEntry(
                    character: persona.name, user: user, day: day.name, kind: kind,
                    time: now.seconds, text: await better(text, as: kind, for: prompt) ?? text)
                // The talk may have gone on, and the user may have been forgotten, meanwhile.
                let isKnown = ((try? archive.firstSeen(user)) ?? nil) != nil
                guard isKnown, (try? archive.keep(entry)) != nil else { continue }
                written.append(entry)
            }
        }
        return written
    }

    /// The day as it may be written of: without what is private. Nil when nothing is left.
    private func diaryPrompt(of user: String, day: DiaryDay, at now: Moment)
        -> (Prompt, [Turn.ID: Double])?
    {
        let turns = (try? archive.turns(room: room, user: user, from: day.start, to: day.end)) ?? []
        var prompt = prompt(
            .task(instruction: "", text: ""), user: user, turns: turns.map(\.turn), at: now)
        prompt.seed = (day.name + user + persona.name).utf8.reduce(0xcbf2_9ce4_8422_2325) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        guard let clean = prompt.outgoing, clean.turns.contains(where: { $0.speaker == .user })
        else { return nil }
        return (
            clean,
            Dictionary(turns.map { ($0.turn.id, $0.importance) }, uniquingKeysWith: { $1 })
        )
    }

    private func better(_ draft: String, as kind: DiaryEntry.Kind, for prompt: Prompt) async
        -> String?
    {
        guard let model else { return nil }
        let tongue = ["en": "English", "ru": "Russian", "ja": "Japanese"]
        let what =
            kind == .diary
            ? "a page of your diary about the day" : "the dream that you had in the night after it"
        let instruction = """
            You are \(persona.name(in: prompt.language)). \(persona.description) Write \(what), in the \
            first person, in \(tongue[prompt.language.rawValue] ?? "English"), two to five sentences, \
            without marks, lists or headings. Tell nothing that is not in the talk. A draft: \(draft)
            """
        let talk = prompt.turns.suffix(40).map {
            ($0.speaker == .user ? "User: " : "You: ") + $0.known.prefix(300)
        }.joined(separator: "\n")
        var task = prompt
        task.occasion = .task(instruction: instruction, text: talk)
        note(task, for: model)
        guard let answer = await model.answer(instruction, about: talk) else { return nil }
        let secrets = ((try? archive.history(of: prompt.user)) ?? []).filter(\.isPrivate)
            .map(\.value)
        return Self.fit(answer, language: prompt.language, secrets: secrets)
    }

    /// What a model wrote, if it can stand in a diary: a few sentences in the right language, without
    /// marks, addresses and secrets.
    static func fit(_ answer: String, language: Language, secrets: [String]) -> String? {
        let text = answer.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let lower = text.lowercased()
        guard (20...DiaryWriter.longest).contains(text.count), Language(of: text) == language,
            !text.contains(where: { "[]<>{}*#`|".contains($0) }), !lower.contains("http"),
            !secrets.contains(where: { $0.count > 2 && lower.contains($0.lowercased()) })
        else { return nil }
        return text
    }
}
