import Assessing
import Compliance
import Testing

/// Rows of statements for the tests.
enum Statements {
    static func row(
        control: ControlID? = nil, stated: String = "2026-10-01", expires: String = "2027-03-01",
        method: String = "examine", status: String = "matches"
    ) throws -> Row {
        try Row(
            .statement,
            Provenance(
                agent: Sample.agent, artifact: "statements.yaml", line: 2, column: 1, pointer: "/0", collector: "t"),
            [
                "claim": "It is done.", "control": Value(control?.rawValue), "method": .text(method), "by": "Jana",
                "role": "CISO", "stated_on": .text(stated), "expires_on": .text(expires), "document": "d.pdf",
                "document_sha256": "00", "document_status": .text(status),
            ])
    }
}

@Suite struct StatementTests {
    private func assess(_ row: Row, tls: [Bool?] = []) throws -> Assessment {
        let control = Sample.control("a", observability: .none)
        var evidence = Sample.evidence(tls: tls)
        evidence.add(row)
        let maps: [(String, Relationship)] = tls.isEmpty ? [] : [("a", .subsetOf)]
        return try Assessor(catalog: Sample.catalog([control], [Sample.check("mcp/tls", maps: maps)])).assess(
            evidence, waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t")
    }

    @Test func aSoundStatementCounts() throws {
        let assessment = try assess(Statements.row(control: ControlID(Sample.framework, "a")))
        #expect(assessment.statements.map(\.standing) == [.valid])
        #expect(assessment.controls.first?.verdict == .satisfied)
    }

    @Test(arguments: [
        ("2026-10-01", "2026-11-23", "examine", "matches"), ("2026-12-01", "2027-01-01", "examine", "matches"),
        ("2026-10-01", "2028-10-01", "examine", "matches"), ("2026-10-01", "2027-01-01", "examine", "differs"),
        ("2026-10-01", "2027-01-01", "examine", "missing"), ("2026-10-01", "2027-01-01", "examine", "none"),
        ("2026-13-01", "2027-01-01", "interview", "none"), ("yesterday", "2027-01-01", "interview", "none"),
        ("2026-02-30", "2027-01-01", "interview", "none"), ("2026-10-01", "2027-01-01", "interview", "differs"),
    ])
    func aForgedOrExpiredOneSatisfiesNothing(stated: String, expires: String, method: String, status: String) throws {
        let row = try Statements.row(
            control: ControlID(Sample.framework, "a"), stated: stated, expires: expires, method: method, status: status)
        let assessment = try assess(row)
        #expect(assessment.statements.first?.standing != .valid)
        #expect(assessment.controls.first?.verdict == .undetermined)
        #expect(assessment.gaps.contains { $0.cause == .invalidStatement })
    }

    @Test func oneForAnItemThatDoesNotExistDoesNotCount() throws {
        let assessment = try assess(Statements.row(control: ControlID(Sample.framework, "zz")))
        #expect(assessment.statements.first?.standing == .invalid("there is no control test-1/zz"))
    }

    @Test func oneAgainstTheEvidenceIsAFinding() throws {
        let assessment = try assess(Statements.row(control: ControlID(Sample.framework, "a")), tls: [false])
        #expect(assessment.gaps.contains { $0.cause == .contradictedStatement && $0.severity == .high })
        #expect(assessment.controls.first?.verdict == .notSatisfied)
    }
}
