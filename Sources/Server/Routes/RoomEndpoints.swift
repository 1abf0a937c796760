import AvatarTypes
import Foundation
import HTTPTypes
import Hummingbird
import Stage

/// Rooms, and everything said to or asked of the character in one.
enum RoomEndpoints {
    static let all: [Endpoint] = rooms + talking + SoundEndpoint.all + feeling + directing

    static let summary: [Endpoint.Field] = [
        .init("id", .string, required: true, "The room's name."),
        .init("character", .string, required: true, "Who is on."),
        .init("size", .object, required: true, "Width and height in pixels."),
        .init("framesPerSecond", .integer, required: true, "Pictures per second."),
        .init("viewers", .integer, required: true, "Viewers now."),
        .init("mode", .string, required: true, "chat, stream, work, sleep or one of her own."),
        .init("modes", .array, required: true, "The modes that the character has."),
        .init("languageModel", .string, "The model that thinks; absent when it is built in."),
        .init("opened", .string, required: true, "When, as ISO 8601."),
        .init("attire", .object, required: true, "outfit and appearance, where asked for."),
        .init(
            "scene", .object, required: true, "weather, hour, followsClock, place and voiceBars."),
        .init("shader", .string, "What the picture is drawn with; absent when as it is."),
        .init("uniforms", .object, "What was asked for of the shader's own."),
    ]

    private static let rooms: [Endpoint] = [
        Endpoint(
            method: .get, path: "/v1/rooms", section: .rooms, summary: "All open rooms.",
            reply: .list("The rooms, by name.", of: summary)
        ) { call in
            var summaries: [RoomSummary] = []
            for room in await call.lobby.openRooms() { summaries.append(await room.summary()) }
            return .json(summaries)
        },
        Endpoint(
            method: .post, path: "/v1/rooms", section: .rooms, summary: "Opens a room.",
            body: RoomRequest.fields,
            reply: .object("The room; its address is in Location.", status: .created, summary)
        ) { call in
            let room = try await call.lobby.open(try await call.body(as: RoomRequest.self))
            return .json(
                await room.summary(), status: .created,
                headers: [.location: "/v1/rooms/\(room.id)"])
        },
        Endpoint(
            method: .get, path: "/v1/rooms/{id}", section: .rooms, summary: "One room.",
            reply: .object("The room.", summary)
        ) { call in
            .json(await (try await call.room()).summary())
        },
        Endpoint(
            method: .patch, path: "/v1/rooms/{id}", section: .rooms,
            summary: "Changes a room while it is on air.", body: RoomChange.fields,
            reply: .object("The room.", summary)
        ) { call in
            let room = try await call.lobby.change(
                try call.parameters.require("id"), try await call.body(as: RoomChange.self))
            return .json(await room.summary())
        },
        Endpoint(
            method: .delete, path: "/v1/rooms/{id}", section: .rooms,
            summary: "Closes a room; its viewers are told. Room main stays.", reply: .nothing
        ) { call in
            try await call.lobby.close(try call.parameters.require("id"))
            return .done
        },
    ]

    private static let talking: [Endpoint] = [
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/chat", section: .talking,
            summary: "Talks to the character: the reply is spoken in the room and returned.",
            body: ChatBody.fields,
            reply: .object(
                "The reply, when it is complete.",
                [
                    .init("id", .string, required: true, "As in the events of the socket."),
                    .init("text", .string, required: true, "What is spoken."),
                    .init("emotion", .string, required: true, "The nearest named emotion."),
                    .init("source", .string, required: true, "'built-in' or the model's name."),
                    .init("interrupted", .boolean, required: true, "Whether it was cut short."),
                ])
        ) { call in
            let body = try await call.body(as: ChatBody.self)
            return .json(
                try await call.room().chat(user: body.user ?? "guest", text: body.text))
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/turns/{turn}/rating", section: .talking,
            summary: "Rates a reply; she talks more as it is liked.", body: RatingBody.fields,
            reply: .nothing
        ) { call in
            let body = try await call.body(as: RatingBody.self)
            try await call.room().rate(
                try call.parameters.require("turn"), by: body.user ?? "guest", try body.value())
            return .done
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/say", section: .talking,
            summary: "Speaks exactly this.", body: SayBody.fields, reply: .nothing
        ) { call in
            let body = try await call.body(as: SayBody.self)
            try await call.room().say(text: body.text, emotion: body.emotion, voice: body.voice)
            return .done
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/interrupt", section: .talking,
            summary: "Stops in mid-word.", body: NoBody.fields,
            reply: .object(
                "What was stopped.",
                [
                    .init("interrupted", .boolean, required: true, "False if all was quiet."),
                    .init("heard", .string, required: true, "What had been heard, to the word."),
                ])
        ) { call in
            _ = try await call.body(as: NoBody.self)
            return .json(await (try await call.room()).interrupt())
        },
    ]

    private static let point: [Endpoint.Field] = [
        .init("name", .string, required: true, "The nearest named emotion."),
        .init("valence", .number, required: true, "0 miserable … 1 delighted."),
        .init("arousal", .number, required: true, "0 asleep … 1 beside oneself."),
        .init("energy", .number, required: true, "0 exhausted … 1 full of it."),
    ]

    private static let feeling: [Endpoint] = [
        Endpoint(
            method: .get, path: "/v1/rooms/{id}/emotion/why", section: .talking,
            summary: "How the character feels, and what made her feel so.",
            reply: .object(
                "Each cause: the event, its appraisal, the emotion after it, and the face it makes.",
                [
                    .init("emotion", .object, required: true, "Now: name and point."),
                    .init("rest", .object, required: true, "What it drifts back to at this hour."),
                    .init("causes", .array, required: true, "The last twenty, newest first."),
                ])
        ) { call in
            .json(await (try await call.room()).whyEmotion())
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/happening", section: .talking,
            summary: "Something happens to the character: a gift, or news.",
            body: HappeningBody.fields,
            reply: .object("How she feels after it.", point)
        ) { call in
            let body = try await call.body(as: HappeningBody.self)
            return .json(
                try await call.room().happen(
                    event: body.event, what: body.what, user: body.user))
        },
        Endpoint(
            method: .get, path: "/v1/rooms/{id}/affinity", section: .talking,
            summary: "How close a user is to the character.",
            query: [.init("user", .string, "Without it, 'guest'.")],
            reply: .object(
                "Each of 0 to 100.",
                [
                    .init("user", .string, required: true, "Who."),
                    .init(
                        "kind", .string, required: true, "acquaintance, friend or close_friend."),
                    .init("bond", .string, required: true, "The stage of closeness."),
                    .init("unlocks", .array, required: true, "What is open at this stage."),
                    .init("level", .integer, required: true, "Closeness."),
                    .init("trust", .integer, required: true, "Grows when something is confided."),
                    .init("comfort", .integer, required: true, "Grows with talk that is not cold."),
                ])
        ) { call in
            let user = call.request.uri.queryParameters["user"].map(String.init)
            return .json(try await call.room().affinity(of: user))
        },
    ]

    private static let directing: [Endpoint] = [
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/emotion", section: .directing,
            summary: "How the character feels from now on.", body: EmotionBody.fields,
            reply: .nothing
        ) { call in
            let body = try await call.body(as: EmotionBody.self)
            let room = try await call.room()
            switch (body.emotion ?? body.name, body.valence, body.arousal, body.energy) {
            case (let name?, nil, nil, nil):
                try await room.feel(name)
            case (nil, let valence?, let arousal?, let energy?)
            where [valence, arousal, energy].allSatisfy { (0...1).contains($0) }:
                await room.feel(Emotion(valence: valence, arousal: arousal, energy: energy))
            default:
                throw StageError(
                    .invalid, code: "bad-emotion", message: "That is no emotion.",
                    hint:
                        "Give either 'emotion', or 'valence', 'arousal' and 'energy', each 0 to 1.")
            }
            return .done
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/expression", section: .directing,
            summary: "Shows an expression.", body: ExpressionBody.fields, reply: .nothing
        ) { call in
            let body = try await call.body(as: ExpressionBody.self)
            try await call.room().show(
                expression: body.chosen(), weight: body.weight ?? 1, seconds: body.seconds)
            return .done
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/gesture", section: .directing,
            summary: "Makes a gesture.", body: GestureBody.fields, reply: .nothing
        ) { call in
            let body = try await call.body(as: GestureBody.self)
            try await call.room().perform(gesture: body.chosen())
            return .done
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/look", section: .directing,
            summary: "Looks there for three seconds.", body: LookBody.fields, reply: .nothing
        ) { call in
            let body = try await call.body(as: LookBody.self)
            try await body.look(in: call.room())
            return .done
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/outfit", section: .directing,
            summary: "Changes clothes, or the whole look.", body: OutfitBody.fields,
            reply: .nothing
        ) { call in
            let (outfit, appearance) = try await call.body(as: OutfitBody.self).chosen()
            try await call.room().wear(outfit: outfit, appearance: appearance)
            return .done
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/scene", section: .directing,
            summary: "Changes weather, light, place and overlay; what is missing stays.",
            body: SceneChange.fields, reply: .object("The room.", summary)
        ) { call in
            let room = try await call.room()
            try await room.move(try await call.body(as: SceneChange.self))
            return .json(await room.summary())
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/touch", section: .directing,
            summary: "Touches the picture at a place, or the character by the name of an area.",
            body: TouchBody.fields,
            reply: .object(
                "What the touch met.",
                [
                    .init("touched", .boolean, required: true, "False beside the character."),
                    .init("area", .string, "The hit area."),
                ])
        ) { call in
            struct Touch: Encodable {
                var touched: Bool
                var area: String?
            }
            let body = try await call.body(as: TouchBody.self)
            let area = try await body.touch(in: call.room())
            return .json(Touch(touched: area != nil, area: area))
        },
    ]
}
