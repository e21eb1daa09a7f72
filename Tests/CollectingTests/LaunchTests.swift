import Testing

@testable import Collecting

@Suite struct LaunchTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let line: String
        let launcher: String
        let package: String?
        let version: String?
        let pin: String?
        var testDescription: String { line }
    }

    static let digest = "sha256:" + String(repeating: "9f2c1e7d", count: 8)
    static let commit = String(repeating: "9f2c1e7d", count: 5)

    @Test(arguments: [
        Case(line: "npx -y pkg@1.2.3", launcher: "npx", package: "pkg", version: "1.2.3", pin: "exact"),
        Case(line: "npx -y @scope/pkg@1.2.3", launcher: "npx", package: "@scope/pkg", version: "1.2.3", pin: "exact"),
        Case(line: "npx @scope/pkg", launcher: "npx", package: "@scope/pkg", version: nil, pin: "none"),
        Case(line: "npx pkg@latest", launcher: "npx", package: "pkg", version: "latest", pin: "none"),
        Case(line: "npx pkg@^1.2.0", launcher: "npx", package: "pkg", version: "^1.2.0", pin: "range"),
        Case(line: "npx pkg@1", launcher: "npx", package: "pkg", version: "1", pin: "range"),
        Case(line: "npx --package=pkg@2.0.1 tool", launcher: "npx", package: "pkg", version: "2.0.1", pin: "exact"),
        Case(line: "npx -p pkg@2.0.1 tool", launcher: "npx", package: "pkg", version: "2.0.1", pin: "exact"),
        Case(line: "pnpm dlx pkg@1.2.3", launcher: "npx", package: "pkg", version: "1.2.3", pin: "exact"),
        Case(line: "uvx pkg==1.4.0", launcher: "uvx", package: "pkg", version: "1.4.0", pin: "exact"),
        Case(line: "uvx pkg==1.4", launcher: "uvx", package: "pkg", version: "1.4", pin: "exact"),
        Case(line: "uvx pkg", launcher: "uvx", package: "pkg", version: nil, pin: "none"),
        Case(line: "uvx --python 3.12 pkg", launcher: "uvx", package: "pkg", version: nil, pin: "none"),
        Case(line: "uvx pkg>=1.0", launcher: "uvx", package: "pkg", version: ">=1.0", pin: "range"),
        Case(
            line: "uvx --from git+https://git.test/a/b@\(commit) tool", launcher: "uvx",
            package: "git+https://git.test/a/b",
            version: commit, pin: "digest"),
        Case(
            line: "uvx --from git+https://git.test/a/b tool", launcher: "uvx", package: "git+https://git.test/a/b",
            version: nil, pin: "none"),
        Case(
            line: "docker run -i --rm -e TOKEN -v /a:/b img.test:5000/x/y:1.2.3", launcher: "docker",
            package: "img.test:5000/x/y", version: "1.2.3", pin: "exact"),
        Case(
            line: "docker run --rm -i x/y@\(digest)", launcher: "docker", package: "x/y", version: digest, pin: "digest"
        ),
        Case(
            line: "docker run --rm -i x/y:1.2@\(digest)", launcher: "docker", package: "x/y", version: digest,
            pin: "digest"),
        Case(line: "docker run -i x/y", launcher: "docker", package: "x/y", version: nil, pin: "none"),
        Case(line: "docker run -i x/y:latest", launcher: "docker", package: "x/y", version: "latest", pin: "none"),
        Case(line: "python -m mod", launcher: "python", package: nil, version: nil, pin: "local"),
        Case(line: "node ./dist/x.js", launcher: "node", package: nil, version: nil, pin: "local"),
        Case(
            line: "jbang jdbc@org/repo jdbc:x", launcher: "other", package: "jdbc@org/repo", version: nil, pin: "none"),
        Case(
            line: "jbang --quiet org.test:server:1.2.3", launcher: "other", package: "org.test:server",
            version: "1.2.3", pin: "exact"),
        Case(line: "jbang Server.java", launcher: "other", package: nil, version: nil, pin: "local"),
        Case(
            line: "deno run -A https://x.test/main.ts", launcher: "node", package: "https://x.test/main.ts",
            version: nil, pin: "none"),
        Case(line: "deno run npm:tool@1.2.3", launcher: "node", package: "tool", version: "1.2.3", pin: "exact"),
        Case(line: "deno run -A main.ts", launcher: "node", package: nil, version: nil, pin: "local"),
        Case(
            line: "go run git.test/a/b@latest", launcher: "other", package: "git.test/a/b", version: "latest",
            pin: "none"),
        Case(
            line: "go run git.test/a/b@v1.4.2", launcher: "other", package: "git.test/a/b", version: "v1.4.2",
            pin: "exact"),
        Case(line: "go run ./cmd/server", launcher: "other", package: nil, version: nil, pin: "local"),
        Case(line: "cmd /c npx -y pkg@1.2.3", launcher: "npx", package: "pkg", version: "1.2.3", pin: "exact"),
        Case(line: "env A=1 npx -y pkg@1.2.3", launcher: "npx", package: "pkg", version: "1.2.3", pin: "exact"),
        Case(line: "/usr/bin/env -i uvx pkg", launcher: "uvx", package: "pkg", version: nil, pin: "none"),
        Case(line: "sudo -E npx pkg", launcher: "npx", package: "pkg", version: nil, pin: "none"),
        Case(line: "timeout -k 5 60 npx pkg@2", launcher: "npx", package: "pkg", version: "2", pin: "range"),
        Case(line: "nohup node x.js", launcher: "node", package: nil, version: nil, pin: "local"),
        Case(line: "env", launcher: "binary", package: nil, version: nil, pin: "local"),
        Case(line: "timeout", launcher: "binary", package: nil, version: nil, pin: "local"),
        Case(line: "deno run -A npm:pkg@1.2.3", launcher: "node", package: "pkg", version: "1.2.3", pin: "exact"),
        Case(
            line: "deno run https://a.test/x.ts", launcher: "node", package: "https://a.test/x.ts", version: nil,
            pin: "none"),
        Case(line: "deno run x.ts", launcher: "node", package: nil, version: nil, pin: "local"),
    ])
    func isRead(_ example: Case) {
        let words = example.line.split(separator: " ").map(String.init)
        let launch = LaunchCommand(command: words[0], arguments: Array(words.dropFirst()))
        #expect(launch.launcher == example.launcher)
        #expect(launch.package == example.package)
        #expect(launch.version == example.version)
        #expect(launch.pin == example.pin)
    }

    @Test(arguments: [
        ("http://localhost:3000/mcp", "loopback", false), ("http://127.0.0.1/mcp", "loopback", false),
        ("http://[::1]:8080/mcp", "loopback", false), ("http://10.0.0.7/mcp", "private", false),
        ("http://172.20.1.1/mcp", "private", false), ("http://172.32.1.1/mcp", "public", false),
        ("https://mcp.shop.test/mcp", "public", true), ("https://ab12.ngrok-free.app/mcp", "tunnel", true),
        ("https://a-b.trycloudflare.com/sse", "tunnel", true), ("https://user@mcp.shop.test/mcp", "public", true),
        ("https://${HOST}/mcp", "variable", true), ("http://search:8080/mcp", "private", false),
        ("http://10.evil.test/mcp", "public", false),
    ])
    func hostIsPlaced(address: String, kind: String, tls: Bool) {
        #expect(ServerAddress(address).kind == kind)
        #expect(ServerAddress(address).tls == tls)
    }
}
