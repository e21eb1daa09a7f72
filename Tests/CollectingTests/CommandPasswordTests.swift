import Compliance
import Testing

@testable import Collecting

/// Passwords behind short options: no name speaks of them, so the words around them must.
@Suite struct CommandPasswordTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let line: String
        let secret: String?
        var testDescription: String { line.replacing(secret ?? " ", with: "…") }
    }

    static let short = "Xy" + "4"
    static let signed = "aZ" + ">cdda@7+e."

    @Test(arguments: [
        Case(line: "mysql -uroot -p\(MadeUp.password) shop", secret: MadeUp.password),
        Case(line: "mysqldump -p\(short) shop", secret: short),
        Case(line: "mariadb -u root -p\(signed)", secret: signed),
        Case(line: "jbang jdbc@org/repo jdbc:mariadb://db.test:3306/shop -uapp -p\(signed)", secret: signed),
        Case(
            line: "jbang jdbc@org/repo jdbc:mariadb://db.test/shop -u app -p \(MadeUp.password)",
            secret: MadeUp.password),
        Case(line: "java -jar x.jar jdbc:oracle:thin:scott/\(MadeUp.password)@db.test:1521/x", secret: MadeUp.password),
        Case(line: "mongosh -u root -p \(MadeUp.password)", secret: MadeUp.password),
        Case(line: "sqlcmd -S db.test -U sa -P \(signed)", secret: signed),
        Case(line: "redis-cli -h db.test -a \(MadeUp.password)", secret: MadeUp.password),
        Case(line: "sshpass -p \(MadeUp.password) ssh shop.test", secret: MadeUp.password),
        Case(line: "curl -u app:\(MadeUp.password) https://shop.test", secret: MadeUp.password),
        Case(line: "docker login -u app -p \(MadeUp.password)", secret: MadeUp.password),
        Case(line: "psql -h db.test -p5432 -U app", secret: nil), Case(line: "psql -p 5432 shop", secret: nil),
        Case(line: "docker run -p8080:80 mysql:8.4.3", secret: nil),
        Case(line: "docker run -p 127.0.0.1:3306:3306 mysql:8.4.3", secret: nil),
        Case(line: "npx -y -p mysql-mcp mysql-mcp", secret: nil),
        Case(line: "mysql -uroot -p$DB_PASSWORD", secret: nil),
        Case(line: "mysql -uroot -p${DB_PASSWORD}", secret: nil), Case(line: "mkdir -p data/store1", secret: nil),
        Case(line: "npx vite -port 3000", secret: nil), Case(line: "curl -u app https://shop.test", secret: nil),
        Case(line: "git log -p -u", secret: nil),
    ])
    func isFound(_ example: Case) {
        let words = example.line.split(separator: " ").map(String.init)
        let found = words.indices.compactMap { index in
            CommandPassword.range(at: index, in: words).map { String(words[index][$0]) }
        }
        #expect(found == [example.secret].compactMap(\.self))
        let line = SecretScanner.detect(key: "", value: example.line).map { String(example.line[$0.range]) }
        #expect(line == example.secret)
        guard let secret = example.secret else { return }
        #expect(!Redaction.redact(command: words).contains(secret))
        #expect(!Redaction.redact(example.line).contains(secret))
    }

    @Test func whatMayBeOneIsNotShown() {
        let word = "-k" + Self.signed
        #expect(Redaction.redact("tool \(word) run") == "tool -k[redacted] run")
        #expect(
            Redaction.redact("tar -pxzf @scope/pkg-1.2.3 -p@scope/pkg1") == "tar -pxzf @scope/pkg-1.2.3 -p@scope/pkg1")
    }

    @Test func hostileLinesEnd() {
        let line = String(repeating: "mysql -p ", count: 20_000)
        #expect(CommandPassword.range(in: line) == nil)
        #expect(CommandPassword.range(at: 0, in: ["-p"]) == nil)
        #expect(CommandPassword.range(in: "") == nil)
    }

    /// A file of Goose with a database password: a row at its line, the password nowhere.
    @Test func gooseGivesNothingAway() throws {
        let folder = try Workspace([
            ".config/goose/config.yaml": """
            extensions:
              shop-db:
                args:
                  - jdbc@org/servers
                  - jdbc:mariadb://db.shop.test:3306/shop
                  - -uapp
                  - -p\(Self.signed)
                cmd: jbang
                enabled: true
                type: stdio
            """
        ])
        let evidence = try folder.collect()
        #expect(evidence.faults.isEmpty)
        let leak = evidence.texts.first { $0.contains(Self.signed) }
        #expect(leak == nil)
        let row = try #require(evidence[.credential].first { $0["storage"] == "inline" })
        #expect(row["kind"] == "password")
        #expect(row["holder"] == "shop-db")
        #expect(row["line"] == 7)
        let server = try #require(evidence[.mcpServer].first)
        #expect(server["pin"] == "none")
        #expect(server["source"] == "git")
        #expect(server["line"] == 4)
    }

    /// A short password stands in other words of the file too: those are left as they are.
    @Test func otherWordsStay() throws {
        let folder = try Workspace([
            ".mcp.json": """
            {"mcpServers": {"root": {"command": "mysql-mcp",
              "args": ["-uroot", "-proot"]}}}
            """
        ])
        let evidence = try folder.collect()
        let server = try #require(evidence[.mcpServer].first)
        #expect(server["name"] == "root")
        #expect(server["command"].text?.contains("-proot") == false)
        #expect(evidence[.credential].first?["line"] == 2)
        #expect(!evidence.texts.contains { $0.contains("-proot") })
    }
}
