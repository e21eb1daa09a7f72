import Assessing
import Compliance
import Testing

@Suite struct ExpressionTests {
    @Test(arguments: [
        "tls", "tls = TRUE AND name LIKE 'a%'", "transport IN ('http', 'sse')", "NOT (tls OR enabled)",
        "EXISTS (SELECT 1 FROM sandbox WHERE sandbox.agent = mcp_server.agent AND enabled)",
        "CASE WHEN tls THEN TRUE ELSE FALSE END", "lower(name) || 'x' <> 'ax'", "name = 'it''s; DROP TABLE x --'",
    ])
    func portableExpressionsPass(text: String) throws {
        _ = try Assessor(catalog: Sample.catalog([], [Sample.check("a/b", assert: text)]))
    }

    @Test(arguments: [
        "tls; DROP TABLE agent", "tls) FROM agent --", "tls /* x */", "load_extension('x')", "readfile('/etc/passwd')",
        "randomblob(1000000000) IS NULL", "name GLOB 'a*'", "name REGEXP 'a'", "(tls", "tls)", "", "\"name\" = 'a'",
        "EXISTS (SELECT 1 FROM sqlite_master)", "EXISTS (SELECT 1 FROM agent, agent)", "'open",
        "EXISTS (WITH RECURSIVE r AS (SELECT 1) SELECT 1 FROM r)", "name = char(10)", "`name` = 'a'", "[name] = 'a'",
        "EXISTS (SELECT 1 FROM agent JOIN agent)", "CAST(name AS INTEGER) = 1", "tls = ?1", "tls = :x",
        "NOT EXISTS (SELECT 1 FROM sandbox WHERE enabled)",
    ])
    func everythingElseIsRefused(text: String) {
        #expect(throws: CheckError.self) {
            try Assessor(catalog: Sample.catalog([], [Sample.check("a/b", assert: text)]))
        }
    }

    @Test func anUnknownColumnIsNamed() throws {
        let assessor = try Assessor(catalog: Sample.catalog([], [Sample.check("a/b", assert: "tlss")]))
        let error = #expect(throws: CheckError.self) {
            try assessor.assess(
                Sample.evidence(tls: [true]), waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t")
        }
        #expect(error?.description.contains("tlss") == true)
    }

    @Test(arguments: [
        ("a AND b", ["b", "a"]), ("a OR b AND c", ["b AND c", "a"]), ("(a OR b)", []),
        ("a BETWEEN 1 AND 2 AND c", ["c", "a BETWEEN 1 AND 2"]), ("x", []),
    ])
    func operands(text: String, expected: [String]) throws {
        #expect(try CheckExpression(text).withOneOperandDropped == expected)
    }

    @Test func queriesOnlyRead() throws {
        let query = try EvidenceQuery(Sample.evidence(tls: [true]), at: "2026-11-24T00:00:00Z")
        #expect(try query.run("SELECT name FROM mcp_server").rows == [[.text("s0")]])
        for sql in ["DELETE FROM agent", "ATTACH '/tmp/x' AS y", "DROP TABLE agent", "SELEC"] {
            #expect(throws: QueryError.self) { try query.run(sql) }
        }
        #expect(try query.run("SELECT count(*) AS n FROM mcp_server WHERE name LIKE 'S%'").rows == [[.integer(0)]])
    }
}
