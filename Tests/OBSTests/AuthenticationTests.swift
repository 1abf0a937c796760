import Testing

@testable import OBS

@Suite("The proof of OBS's password")
struct AuthenticationTests {
    @Test("is what obs-websocket's own clients send")
    func vector() {
        let challenge = Challenge(
            challenge: "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY=",
            salt: "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=")
        #expect(
            challenge.answer(to: "supersecretpassword")
                == "1Ct943GAT+6YQUUX47Ia/ncufilbe6+oD6lY+5kaCu4=")
    }
}
