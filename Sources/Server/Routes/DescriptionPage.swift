import HTTPTypes

/// The description of the API for people: one page without scripts, made from the endpoints.
enum DescriptionPage {
    static func html(of endpoints: [Endpoint]) -> String {
        let sections = Endpoint.Section.allCases.map { section in
            let inside = endpoints.filter { $0.section == section }
            return inside.isEmpty
                ? ""
                : "<section><h2>\(section.rawValue)</h2>\(inside.map(article).joined())</section>"
        }
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Bunraku · API</title>
            <style>\(style)</style>
            </head>
            <body>
            <main>
            <h1>Bunraku</h1>
            <p>Everything this server answers. Machines read <a href="/openapi.json">openapi.json</a>.
            Bodies are JSON of at most \(Call.bodyLimit / 1024) KB. What goes wrong is answered with
            <code>{"error":{"code","message","hint"}}</code>.</p>
            \(sections.joined(separator: "\n"))
            <section><h2>The socket</h2>\(socket)</section>
            </main>
            </body>
            </html>

            """
    }

    private static func article(_ endpoint: Endpoint) -> String {
        let method = endpoint.method.rawValue
        return """
            <article>
            <h3><b class="\(method.lowercased())">\(method)</b> <code>\(escaped(endpoint.path))</code></h3>
            <p>\(escaped(endpoint.summary))</p>
            \(table("Query", endpoint.query))\(table("Body", endpoint.body ?? []))
            <p class="reply"><b>\(endpoint.reply.status.code)</b> \(escaped(endpoint.reply.what))
            \(endpoint.reply.type.map { "<code>\(escaped($0))</code>" } ?? "")</p>
            \(table(endpoint.reply.isList ? "Each" : "Answer", endpoint.reply.fields))
            </article>

            """
    }

    private static func table(_ title: String, _ fields: [Endpoint.Field]) -> String {
        guard !fields.isEmpty else { return "" }
        let rows = fields.map {
            "<tr><td><code>\($0.name)</code></td><td>\($0.kind.rawValue)"
                + "\($0.isRequired ? "" : ", optional")</td><td>\(escaped($0.help))</td></tr>"
        }
        return "<table><caption>\(title)</caption>\(rows.joined())</table>"
    }

    private static var socket: String {
        let rows = ClientMessage.kinds.map { kind in
            "<tr><td><code>\(kind.type)</code></td><td>"
                + kind.fields.map { "<code>\($0.name)</code>" }.joined(separator: " ")
                + "</td><td>\(escaped(kind.help))</td></tr>"
        }
        return """
            <p>The first message is a <code>hello</code> that describes the tracks. Binary messages are
            media: <code>u8 version=1 · u8 track (0 video, 1 audio, 2 alpha) · u8 flags (1 key frame,
            2 discontinuity) · u8 codec · u32 duration µs · i64 pts µs</code>, big-endian, then what
            WebCodecs takes. Text messages are events. A message that is not understood is answered with
            an <code>error</code> event, which carries the message's <code>id</code> if it had one.</p>
            <table><caption>What a client may send, by <code>type</code></caption>\(rows.joined())</table>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static let style = """
        :root{color-scheme:dark light;--line:#8884}
        body{margin:0;font:16px/1.5 system-ui,sans-serif}
        main{max-width:56rem;margin:auto;padding:2rem 1rem}
        h2{margin-top:3rem;border-bottom:1px solid var(--line)}
        article{padding:.5rem 0;border-bottom:1px solid var(--line)}
        h3{margin:.5rem 0;font-size:1rem}
        h3 b{display:inline-block;min-width:4rem;color:#3b82f6}
        h3 b.post{color:#16a34a}h3 b.delete{color:#dc2626}
        p{margin:.25rem 0}
        code{font:.9em ui-monospace,monospace}
        table{border-collapse:collapse;margin:.5rem 0;font-size:.9rem}
        caption{text-align:left;opacity:.7}
        td{padding:.15rem 1rem .15rem 0;vertical-align:top}
        """
}
