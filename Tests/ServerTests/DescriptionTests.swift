import Foundation
import HTTPTypes
import Testing

@testable import Server

struct DescriptionTests {
    @Test func everyAddressIsThereOnce() {
        let addresses = WebServer.endpoints.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(addresses).count == addresses.count)
    }

    @Test func theDescriptionNamesEveryEndpointWithItsBody() throws {
        struct Document: Decodable {
            struct Schema: Decodable { var required: [String]? }
            struct Content: Decodable { var schema: Schema }
            struct Body: Decodable { var content: [String: Content] }
            struct Operation: Decodable {
                var operationId: String
                var requestBody: Body?
            }
            var openapi: String
            var paths: [String: [String: Operation]]
        }
        let text = JSONText.of(OpenAPI(of: WebServer.endpoints))
        let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
        #expect(document.openapi == "3.1.1")
        for endpoint in WebServer.endpoints {
            let method = endpoint.method.rawValue.lowercased()
            #expect(document.paths[endpoint.path]?[method] != nil, "\(method) \(endpoint.path)")
        }
        let chat = document.paths["/v1/rooms/{id}/chat"]?["post"]?.requestBody
        #expect(chat?.content["application/json"]?.schema.required == ["text"])
        let names = document.paths.values.flatMap { $0.values.map(\.operationId) }
        #expect(Set(names).count == names.count)
    }

    @Test func thePageForPeopleNamesEveryAddressAndMessageAndRunsNoScript() {
        let page = DescriptionPage.html(of: WebServer.endpoints)
        for endpoint in WebServer.endpoints { #expect(page.contains(endpoint.path)) }
        for kind in ClientMessage.kinds { #expect(page.contains("<code>\(kind.type)</code>")) }
        #expect(!page.contains("<script"))
    }

    @Test func aPathHasTheFormOfItsEndpoint() throws {
        let chat = try #require(WebServer.endpoints.first { $0.path == "/v1/rooms/{id}/chat" })
        #expect(chat.matches(path: "/v1/rooms/main/chat"))
        #expect(!chat.matches(path: "/v1/rooms/main"))
        #expect(!chat.matches(path: "/v1/rooms/main/say"))
        let film = try #require(WebServer.endpoints.first { $0.path == "/live/{id}.webm" })
        #expect(film.matches(path: "/live/main.webm"))
        #expect(!film.matches(path: "/live/main.mp4"))
    }
}
