import Foundation
import Testing

@testable import TestSupport

@Suite("What docs/api.md says", .serialized)
struct APIPageTests {
    private let page: MarkdownPage

    init() throws { page = try MarkdownPage("docs/api.md") }

    @Test("of routes is what the server describes, no more and no less")
    func routes() async throws {
        let server = try await ServerProcess()
        guard case .object(let paths) = try await server.ask("GET", "/openapi.json").json["paths"]
        else { throw SupportFailure("/openapi.json has no paths.") }
        var served: [String] = []
        for (path, operations) in paths {
            guard case .object(let methods) = operations else { continue }
            for (method, operation) in methods
            // Scripts and styles come with their pages; nobody asks for them by name.
            where operation["tags"][0].text != "Files of the pages" {
                served.append("\(method.uppercased()) \(path)")
            }
        }
        let told = page.rows.compactMap { $0[0].wholeMatch(of: /`([A-Z]+ \/.*)`/)?.1 }
            .map(String.init)
        #expect(told.sorted() == served.sorted())
    }

    @Test("of errors is how they look")
    func errors() async throws {
        let server = try await ServerProcess()
        let example = try #require(json(of: page.blocks(of: "json").first))
        let answer = try await server.ask("POST", "/v1/rooms/main/gesture", ["name": "fly"])
        #expect(answer.status == 404)
        #expect(answer.json.shape == example.shape)
        for key in ["code", "message"] {
            #expect(answer.json["error"][key] == example["error"][key])
        }
    }

    @Test("of the socket is what goes over it, in both directions")
    func socket() async throws {
        // A model that thinks and then says nothing: she tells so in a notice, and goes on by herself.
        let thinker = ChatServer([
            ChatServer.head,
            .send("data: {\"choices\":[{\"delta\":{\"reasoning\":\"Hm\"}}]}\n\n"),
            ChatServer.done,
        ])
        let server = try await ServerProcess(
            settings: """
                language_model:
                  base_url: \(thinker.url)
                  model: nobody
                ears:
                  base_url: \(thinker.url)
                """)
        let examples = page.rows.compactMap { row in
            row.count == 3 ? json(of: row[2].trimmingCharacters(in: ["`"])) : nil
        }
        let known = try #require(hintOfUnknownMessage(in: await talk(with: server, saying: [])))
        let toServer = examples.filter { known.contains($0["type"].text ?? "") }
        #expect(toServer.compactMap { $0["type"].text }.sorted() == known.sorted())

        let heard = try await talk(with: server, saying: toServer)
        let hello = try #require(json(of: page.blocks(of: "json").last))
        let fromServer = [hello] + examples.filter { !known.contains($0["type"].text ?? "") }
        var kinds: Set<String> = []
        for event in heard["events"].elements {
            let type = event["type"].text ?? ""
            let example = fromServer.first { $0["type"].text == type }
            #expect(example?.shape == event.shape, "\(type)")
            kinds.insert(type)
        }
        #expect(kinds == Set(fromServer.compactMap { $0["type"].text }))
        #expect(heard["events"].elements.count { $0["type"].text == "error" } == 1)
        #expect(!thinker.requests.isEmpty)

        let bytes = try #require(page.text.firstMatch(of: /`(01 00 01 [0-9a-f ]+)`/)).1
        #expect(bytes.split(separator: " ").count == 16)
        // The time is another one.
        #expect(heard["header"].text == String(bytes.prefix(8 * 3 - 1)))
    }

    private func json(of text: (some StringProtocol)?) -> JSON? {
        text.flatMap { try? JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
    }

    private func hintOfUnknownMessage(in heard: JSON) -> [String]? {
        heard["events"].elements.first { $0["type"].text == "error" }?["hint"].text?
            .firstMatch(of: /Known are (.+)\./)?.1.components(separatedBy: ", ")
    }

    /// Says things over the socket, from a page in a browser, and returns what came back: the chats first,
    /// the rest when her first line is about to be heard, and at the end what no server understands.
    private func talk(with server: ServerProcess, saying messages: [JSON]) async throws -> JSON {
        let browser = try await Browser()
        let page = try await browser.page()
        try await page.navigate(to: server.url + "/healthz")
        let texts = String(decoding: try JSONEncoder().encode(messages), as: UTF8.self)
        return try await page.evaluate(
            """
            new Promise((done) => {
                const messages = \(texts), events = [];
                let header = "", hasDirected = false;
                const socket = new WebSocket(
                    `ws://${location.host}/v1/rooms/main/socket?alpha=packed`);
                socket.binaryType = "arraybuffer";
                const say = (message) => socket.send(JSON.stringify(message));
                const direct = () => {
                    if (hasDirected) return;
                    hasDirected = true;
                    for (const message of messages) if (message.type !== "chat") say(message);
                    fetch("/v1/rooms/main/outfit", {
                        method: "POST", body: '{"appearance":"default"}' });
                    say({ type: "fly", id: 9 });
                };
                socket.onopen = () => {
                    const chats = messages.filter(({ type }) => type === "chat");
                    for (const chat of chats) say(chat);
                    if (!chats.length) direct();
                };
                socket.onmessage = ({ data }) => {
                    if (typeof data !== "string") {
                        header ||= Array.from(new Uint8Array(data, 0, 8),
                            (byte) => byte.toString(16).padStart(2, "0")).join(" ");
                        return;
                    }
                    const event = JSON.parse(data);
                    events.push(event);
                    if (event.type === "caption") direct();
                    if (event.type === "error") setTimeout(() => done({ events, header }), 500);
                };
                setTimeout(() => done({ events, header }), 20000);
            })
            """)
    }
}

extension JSON {
    /// The value with every string, number and flag replaced by a sample of its kind, and of a list only
    /// the forms of its elements.
    fileprivate var shape: JSON {
        switch self {
        case .null: .null
        case .bool: false
        case .number: 0
        case .string: ""
        case .array(let all):
            .array(all.map(\.shape).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
        case .object(let members): .object(members.mapValues(\.shape))
        }
    }
}
