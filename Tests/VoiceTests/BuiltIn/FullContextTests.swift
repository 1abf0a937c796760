import AvatarTypes
import Testing

@testable import Voice

@Suite struct FullContextTests {
    private func word(_ sounds: [String], part: String = "content") -> Prosody.Word {
        let syllable = Prosody.Syllable(
            sounds: sounds.map { Prosody.Sound(name: $0, mouth: Phone(name: "ə")) },
            isStressed: part == "content", isAccented: part == "content")
        return Prosody.Word(syllables: [syllable], part: part, characters: 0..<0)
    }

    @Test func `a sound is called by all that stands around it`() {
        let prosody = Prosody(phrases: [
            Prosody.Phrase(
                words: [word(["dh", "ax"], part: "det"), word(["k", "ae", "t"])], tone: .falling)
        ])
        let labels = FullContext(prosody).labels()
        #expect(labels.count == 7)
        #expect(
            labels[0]
                == "x^x-pau+dh=ax@x_x/A:0_0_0/B:x-x-x@x-x&x-x#x-x$x-x!x-x;x-x|x/C:0+0+2/D:0_0"
                + "/E:x+x@x+x&x+x#x+x/F:det_1/G:0_0/H:x=x@x=x|0/I:2_2/J:2+2-1")
        #expect(
            labels[4]
                == "ax^k-ae+t=pau@2_2/A:0_0_2/B:1-1-3@1-1&2-1#1-1$1-1!0-0;0-0|ae/C:0+0+0"
                + "/D:det_1/E:content+1@2+1&1+0#0+0/F:0_0/G:0_0/H:2=2@1=1|L-L%/I:0_0/J:2+2-1")
    }

    @Test func `another name changes the sound itself and not its neighbours`() {
        let prosody = Prosody(phrases: [
            Prosody.Phrase(words: [word(["k", "ae", "t"])], tone: .falling)
        ])
        let labels = FullContext(prosody).labels { $0.name == "ae" ? "iy" : $0.name }
        #expect(labels[2].hasPrefix("pau^k-iy+t=pau@"))
        #expect(labels[1].hasPrefix("x^pau-k+ae=t@"))
    }
}
