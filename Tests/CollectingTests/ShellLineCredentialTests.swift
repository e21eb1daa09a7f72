import Compliance
import Testing

/// Secrets in a line for a shell: what stands before a command goes into its environment, and no list of processes shows it.
@Suite struct ShellLineCredentialTests {
    @Test(
        arguments: [
            ("sh", "-c", "GITHUB_TOKEN=$(gh auth token) npx -y server", "helper", "broad"),
            ("/bin/bash", "-lc", "GITHUB_TOKEN=$(gh auth token) npx -y server", "helper", "broad"),
            ("sh", "-c", "GITHUB_TOKEN=$(pass show token) npx -y server", "helper", nil),
            ("sh", "-c", "GITHUB_TOKEN=$TOKEN npx -y server", "environment", nil),
            ("node", "-c", "GITHUB_TOKEN=$TOKEN", "argument", nil),
            ("sh", "x.sh", "GITHUB_TOKEN=$TOKEN", "argument", nil),
            ("sh", "-c", "--token=$TOKEN", "argument", nil),
        ] as [(String, String, String, String, String?)])
    func anAssignmentIsNoArgument(
        command: String, option: String, line: String, storage: String, breadth: String?
    ) throws {
        let text = """
            {"mcpServers": {"gh": {"command": "\(command)",
              "args": ["\(option)",
                "\(line)"]}}}
            """
        let row = try #require(try Workspace([".mcp.json": text]).collect()[.credential].first)
        #expect(row["storage"].text == storage)
        #expect(row["scope_breadth"].text == breadth)
        #expect((row["principal"].text != nil) == (breadth != nil))
        #expect(row.line == 3)
    }
}
