// A person's hands: events that come from the browser itself, so the page's rules about them apply.

extension Page {
    /// A key that writes no letter.
    public enum Key: String, Sendable {
        case enter = "Enter"
        case escape = "Escape"
        case tab = "Tab"

        var windowsCode: Int {
            switch self {
            case .enter: 13
            case .escape: 27
            case .tab: 9
            }
        }
    }

    /// Presses the left mouse button in the middle of an element.
    ///
    /// - Throws: when there is no such element, or something else lies over its middle.
    public func click(_ selector: String) async throws {
        let place = try await evaluate(
            """
            (() => {
                const element = document.querySelector(\(quoted(selector)));
                if (!element) return "is not there";
                const { x, y, width, height } = element.getBoundingClientRect();
                const [left, top] = [x + width / 2, y + height / 2];
                const above = document.elementFromPoint(left, top);
                if (!element.contains(above)) return "lies under " + (above?.outerHTML ?? "nothing");
                return [left, top];
            })()
            """)
        guard let x = place[0].double, let y = place[1].double else {
            throw SupportFailure("\(selector) \(place.text ?? "has no place").")
        }
        for (type, buttons) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0)] {
            try await call(
                "Input.dispatchMouseEvent",
                [
                    "type": .string(type), "x": .number(x), "y": .number(y),
                    "button": type == "mouseMoved" ? "none" : "left",
                    "buttons": .number(Double(buttons)),
                    "clickCount": type == "mouseMoved" ? 0 : 1,
                ])
        }
    }

    /// Types letter by letter into what has the focus.
    public func type(_ text: String) async throws {
        for letter in text {
            try await call("Input.dispatchKeyEvent", ["type": "keyDown", "text": "\(letter)"])
            try await call("Input.dispatchKeyEvent", ["type": "keyUp"])
        }
    }

    public func press(_ key: Key) async throws {
        var event: [String: JSON] = [
            "type": "keyDown", "key": .string(key.rawValue), "code": .string(key.rawValue),
            "windowsVirtualKeyCode": .number(Double(key.windowsCode)),
        ]
        if key == .enter { event["text"] = "\r" }
        try await call("Input.dispatchKeyEvent", .object(event))
        event["type"] = "keyUp"
        event["text"] = nil
        try await call("Input.dispatchKeyEvent", .object(event))
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
