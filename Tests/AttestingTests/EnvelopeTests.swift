import Attesting
import Hashing
import Testing

/// Envelopes as DSSE has them.
@Suite struct EnvelopeTests {
    /// The protocol's own example: <https://github.com/secure-systems-lab/dsse/blob/v1.0.0/protocol.md>.
    @Test func whatIsSignedIsAsTheProtocolHasIt() {
        let bytes = Envelope.preAuthentication(of: Array("hello world".utf8), as: "http://example.com/HelloWorld")
        #expect(String(decoding: bytes, as: UTF8.self) == "DSSEv1 29 http://example.com/HelloWorld 11 hello world")
    }

    @Test func lengthsCountBytes() {
        let bytes = Envelope.preAuthentication(of: Array("né".utf8), as: "tÿpe")
        #expect(String(decoding: bytes, as: UTF8.self) == "DSSEv1 5 tÿpe 3 né")
        #expect(Envelope.preAuthentication(of: [], as: "") == Array("DSSEv1 0  0 ".utf8))
    }

    @Test(
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func base64IsThatOfRFC4648(plain: String, text: String) {
        #expect(Base64.text(of: Array(plain.utf8)) == text)
        #expect(Base64.bytes(of: text) == Array(plain.utf8))
    }

    @Test func base64HasBothAlphabetsAndNoSecondReading() {
        let all = (0...255).map { UInt8($0) }
        let text = Base64.text(of: all)
        #expect(Base64.bytes(of: text) == all)
        #expect(
            Base64.bytes(of: text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")) == all)
        for wrong in ["Z", "Zg=", "Zh==", "Zm9v Yg==", "Zm9v\n", "=", "====", "Zg===", "Zm=v", "ä"] {
            #expect(Base64.bytes(of: wrong) == nil, "\(wrong)")
        }
    }

    @Test func canonicalJSONIsThatOfRFC8785() {
        let value: JSONValue = [
            "\u{20AC}": "Euro", "\r": "return", "1": .integer(-7), "\u{1F600}": .boolean(true), "\u{FB33}": .null,
            "a": ["\u{8}\t\n\u{C}\r\"\\/\u{1}\u{1F}\u{7F}\u{2028}é", .boolean(false), .array([]), [:]],
        ]
        let text = String(decoding: value.canonical, as: UTF8.self)
        let expected =
            #"{"\r":"return","1":-7,"a":["\b\t\n\f\r\"\\/\u0001\u001f"# + "\u{7F}\u{2028}é" + #"",false,[],{}],"#
            + "\"\u{20AC}\":\"Euro\",\"\u{1F600}\":true,\"\u{FB33}\":null}"
        #expect(Array(text.utf8) == Array(expected.utf8))
    }

    @Test(
        arguments: [
            [:], ["payload": "Zm9v", "signatures": []],
            ["payloadType": "t", "payload": "Zm9v", "signatures": []],
            ["payloadType": "t", "payload": "Zm9v"],
            ["payloadType": "t", "payload": "Zm9", "signatures": [["sig": "!"]]],
            ["payloadType": "t", "payload": "*", "signatures": [["sig": "Zm9v"]]],
            ["payloadType": "t", "payload": "Zm9v", "signatures": [["keyid": "k"]]],
            "text", [],
        ] as [JSONValue])
    func whatLacksAPartIsNoEnvelope(json: JSONValue) {
        #expect(throws: Envelope.Malformed.self) { try Envelope(json) }
    }
}
