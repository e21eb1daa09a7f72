import Compliance
import Testing

@Suite struct ParameterTests {
    private func parameter(_ kind: CheckParameter.Kind, _ value: Value) throws -> CheckParameter {
        try CheckParameter(name: "p", label: "l", unit: nil, kind: kind, value: value)
    }

    private func check(assert: String, message: String = "m", title: String = "t", _ parameters: [CheckParameter])
        -> Check
    {
        Check(
            id: CheckID("a/b"), title: title, method: .test, severity: .low, subject: .credential, when: nil,
            assert: assert, message: message, mappings: [], rationale: "r", remediation: "r", references: [],
            examples: [], parameters: parameters)
    }

    @Test(arguments: [
        (CheckParameter.Kind.number, Value.integer(24), "ttl_seconds <= 24 * 2"),
        (.number, .integer(-1), "ttl_seconds <= (-1) * 2"), (.number, .real(0.5), "ttl_seconds <= 0.5 * 2"),
        (.number, .real(-0.5), "ttl_seconds <= (-0.5) * 2"), (.text, "vault", "ttl_seconds <= 'vault' * 2"),
        (.text, "o'brien", "ttl_seconds <= 'o''brien' * 2"),
        (.text, "' OR TRUE --", "ttl_seconds <= ''' OR TRUE --' * 2"),
        (.text, ":p", "ttl_seconds <= ':p' * 2"), (.text, "", "ttl_seconds <= '' * 2"),
    ])
    func aValueBecomesALiteral(kind: CheckParameter.Kind, value: Value, expected: String) throws {
        let check = check(assert: "ttl_seconds <= :p * 2", [try parameter(kind, value)])
        #expect(check.assert == expected)
        let tokens = try CheckExpression(check.assert).tokens
        let number = try CheckExpression("ttl_seconds <= 1 * 2").tokens
        #expect(tokens.count == number.count + (expected.contains("(") ? 3 : 0), "nothing but a value was put in")
    }

    @Test(arguments: [
        (CheckParameter.Kind.number, Value.real(.nan)), (.number, .real(.infinity)), (.number, .real(-.infinity)),
        (.number, .integer(.max)), (.number, .integer(.min)), (.number, .real(1e300)), (.number, .real(1e-9)),
        (.number, "1; DROP TABLE agent"), (.number, .boolean(true)), (.number, .null), (.text, .integer(1)),
        (.text, .text("a\\")), (.text, .text("a\u{0}b")), (.text, .text("a\nb")),
        (.text, .text(String(repeating: "x", count: 1001))),
    ])
    func aValueWithoutAPortableLiteralIsRefused(kind: CheckParameter.Kind, value: Value) {
        #expect(throws: SQLProblem.self) { try parameter(kind, value) }
    }

    @Test func quotedTextIsLeftAlone() throws {
        let check = check(
            assert: "name <> ':p' AND name <> 'it''s :p' AND ttl_seconds < :p", [try parameter(.number, 5)])
        #expect(check.assert == "name <> ':p' AND name <> 'it''s :p' AND ttl_seconds < 5")
    }

    @Test func anotherValueIsPutIntoTheTextsAsWritten() throws {
        let own = try parameter(.number, 5)
        let check = check(assert: "ttl_seconds < :p", title: "within {:p}, {:q}", [own])
        #expect(check.title == "within 5, {:q}")
        #expect(!check.isTailored)
        let other = check.setting([try own.setting(7)])
        #expect(other.assert == "ttl_seconds < 7")
        #expect(other.title == "within 7, {:q}")
        #expect(other.isTailored && other.parameters[0].standard == 5)
    }
}
