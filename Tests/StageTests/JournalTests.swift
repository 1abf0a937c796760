import Testing

@testable import Stage

@Suite("What a viewer missed")
struct JournalTests {
    @Test("is what came after the last that it heard, numbered from one")
    func order() {
        var journal = Journal()
        #expect(journal.events(after: 0) == [])
        let numbered = journal.note(#"{"type":"cut"}"#)
        #expect(numbered == #"{"seq":1,"type":"cut"}"#)
        _ = journal.note(#"{"type":"changed"}"#)
        #expect(journal.events(after: 0)?.count == 2)
        #expect(journal.events(after: 1) == [#"{"seq":2,"type":"changed"}"#])
        #expect(journal.events(after: 2) == [])
    }

    @Test("is lost when it is more than a thousand events, or of a room that was before")
    func limits() {
        var journal = Journal()
        for _ in 0..<1_500 { _ = journal.note(#"{"type":"changed"}"#) }
        #expect(journal.events(after: 499) == nil)
        #expect(journal.events(after: 500)?.count == 1_000)
        #expect(journal.events(after: 1_501) == nil)
    }

    @Test("is lost when it is more than a megabyte")
    func bytes() {
        var journal = Journal()
        let long = #"{"text":""# + String(repeating: "x", count: 100_000) + #""}"#
        for _ in 0..<20 { _ = journal.note(long) }
        #expect(journal.events(after: 9) == nil)
        #expect(journal.events(after: 10)?.count == 10)
    }

    @Test("is said once, and again when it was refused")
    func chats() {
        var sessions = Sessions()
        let (ann, ben) = (sessions.begin(), sessions.begin())
        #expect(ann != ben && ann.count == 32)
        let answers = [
            sessions.take(chat: "1 hello", of: ann), sessions.take(chat: "1 hello", of: ann),
            sessions.take(chat: "1 hello", of: ben),
        ]
        #expect(answers == [true, false, true])
        sessions.forget(chat: "1 hello", of: ann)
        let again = sessions.take(chat: "1 hello", of: ann)
        #expect(again)
        for number in 2...100 { _ = sessions.take(chat: "\(number)", of: ann) }
        let latest = sessions.take(chat: "100", of: ann)
        #expect(!latest)
    }

    @Test("by one of four thousand others who came since is not known any more")
    func crowd() {
        var sessions = Sessions()
        let (gone, loyal) = (sessions.begin(), sessions.begin())
        for _ in 0..<Sessions.limit {
            _ = sessions.use(loyal)
            _ = sessions.begin()
        }
        let known = [sessions.use(gone), sessions.use(loyal), sessions.use("nobody")]
        #expect(known == [false, true, false])
    }
}
