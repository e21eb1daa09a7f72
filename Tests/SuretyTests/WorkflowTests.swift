import Documents
import Foundation
import Testing

/// Surety in the workflow: setting up, watching, and what the GitHub Action runs.
@Suite struct WorkflowTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private let scene: OutsideScene

    init() throws {
        scene = try OutsideScene([
            "repo/.claude/settings.json": "{\"permissions\": {\"allow\": [\"Bash(git push *)\"]}}",
            "repo/.git/config": "[remote \"origin\"]\n  url = git@github.com:example/desk.git\n",
        ])
    }

    private func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: scene.root.appending(path: path).path)
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: scene.root.appending(path: path), encoding: .utf8)
    }

    @Test func initSaysAndWritesAndOverwritesNothing() throws {
        let plan = try scene.run(["init", "repo", "--dry-run"])
        #expect(plan.code == 0 && plan.output.contains("Agents: claude-code@."))
        #expect(!exists("repo/waivers.yaml"))
        try scene.write("*.log\n", to: "repo/.gitignore")
        #expect(try scene.run(["init", "repo"]).output.contains("there already  .gitignore: add output/"))
        #expect(try text("repo/.gitignore") == "*.log\n")
        for path in ["waivers.yaml", ".pre-commit-config.yaml", ".github/workflows/surety.yml"] {
            let written = try text("repo/" + path)
            #expect(try Document(Array(written.utf8), as: .yaml).warnings.isEmpty, "\(path)")
            #expect(!written.isEmpty)
        }
        let again = try scene.run(["init", "repo"])
        #expect(again.code == 0 && !again.output.contains("written  "))
        // What it wrote is read by the next assessment, and adds no gap.
        #expect(try scene.run(["gaps", "repo", "--at", "2026-11-24"]).code == 1)
        #expect(try scene.gaps([]).allSatisfy { !($0["evidence"] ?? "").contains("surety.yml") })
    }

    @Test func watchShowsWhatAChangeDid() throws {
        let watched = try Watched(scene.root)
        watched.hear("Watching.")
        // Half a file says nothing of what it will be, and ends nothing.
        try scene.write("{\"permissions\": {\"allow\": [\"Bash(gi", to: "repo/.claude/settings.json")
        watched.hear("could not be read")
        try scene.write("{\"permissions\": {\"allow\": [\"Bash(npm install *)\"]}}", to: "repo/.claude/settings.json")
        watched.hear("installs-ask")
        #expect(watched.heard.contains("permissions/installs-ask") && watched.heard.contains("What changed"))
        #expect(watched.process.isRunning)
        watched.process.terminate()
        watched.process.waitUntilExit()
        #expect(watched.process.terminationReason == .uncaughtSignal)
    }

    /// What Surety writes is no configuration of an agent: a run over the folder of its own reports finds what the first did.
    @Test func itsOwnReportsAreNotJudged() throws {
        let arguments = ["assess", "repo", "--output", "repo/output", "--format", "all", "--at", "2026-11-24", "-q"]
        #expect(try scene.run(arguments).code == 1)
        let first = try text("repo/output/assessment.json")
        #expect(try scene.run(arguments).code == 1)
        #expect(try text("repo/output/assessment.json") == first)
    }

    /// A folder is not left out for its name: an agent in `output` is watched as it is assessed.
    @Test func whatIsAssessedIsWatched() throws {
        let watched = try Watched(scene.root)
        watched.hear("Watching.")
        try scene.write(
            "{\"permissions\": {\"allow\": [\"Bash(npm install *)\"]}}", to: "repo/output/.claude/settings.json")
        watched.hear("install any package")
        #expect(watched.heard.contains("claude-code@output"))
    }

    private func action(_ more: [String: String]) throws -> (code: Int32, outputs: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = [Self.root.appending(path: "scripts/action").path]
        process.currentDirectoryURL = scene.root.appending(path: "repo")
        let outputs = scene.root.appending(path: "outputs").path
        var environment = ProcessInfo.processInfo.environment
        environment["SURETY_PROGRAM"] = Program.url.path
        environment["GITHUB_OUTPUT"] = outputs
        environment["GITHUB_STEP_SUMMARY"] = scene.root.appending(path: "summary.md").path
        environment.merge(more) { $1 }
        process.environment = environment
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, (try? String(contentsOfFile: outputs, encoding: .utf8)) ?? "")
    }

    @Test func theActionAssessesAndTellsItsOutputs() throws {
        let result = try action(["SURETY_FAIL_ON": "high", "SURETY_FORMATS": "markdown sarif-github"])
        #expect(result.code == 1)
        #expect(result.outputs.contains("exit-code=1") && result.outputs.contains("sarif=surety-output/"))
        #expect(try text("summary.md").contains("## Result"))
        #expect(try !text("summary.md").contains("## Scope"))
        #expect(try action(["SURETY_FAIL_ON": "never"]).code == 0)
    }

    /// With a base only what is worse fails, and the comment says only what changed.
    @Test func theActionHoldsAPullRequestAgainstItsBase() throws {
        let base = scene.root.appending(path: "base")
        try FileManager.default.copyItem(at: scene.root.appending(path: "repo"), to: base)
        #expect(try action(["SURETY_BASE": base.path]).code == 0)
        #expect(try text("repo/surety-output/comment.md").contains("nothing changed"))
        try scene.write(
            "{\"permissions\": {\"allow\": [\"Bash(git push *)\", \"Bash(npm install *)\"]}}",
            to: "repo/.claude/settings.json")
        let worse = try action(["SURETY_BASE": base.path])
        #expect(worse.code == 1 && worse.outputs.contains("comment=surety-output/comment.md"))
        let comment = try text("repo/surety-output/comment.md")
        #expect(comment.contains("| opened | ") && !comment.contains("git push *"))
    }

    /// pre-commit starts the first word of `entry` as a program, in a container as its entry point.
    ///
    /// <https://pre-commit.com/#docker>
    @Test func hooksStartTheProgram() throws {
        let bytes = try Data(contentsOf: Self.root.appending(path: ".pre-commit-hooks.yaml"))
        let hooks = try Document(Array(bytes), as: .yaml).root.elements
        #expect(hooks.count == 2)
        for hook in hooks {
            let words = (hook["entry"]?.string ?? "").split(separator: " ").map(String.init)
            #expect(words.first == "surety")
            // What stands behind it is a command that runs.
            #expect(try scene.run([words[1], "repo"] + words.dropFirst(3)).code == 1)
        }
    }

    /// The files that other programs read say what the scripts expect.
    @Test(arguments: ["action.yml", ".pre-commit-hooks.yaml"])
    func filesForOtherPrograms(name: String) throws {
        let bytes = try Data(contentsOf: Self.root.appending(path: name))
        let document = try Document(Array(bytes), as: .yaml)
        #expect(document.warnings.isEmpty)
        let script = try String(contentsOf: Self.root.appending(path: "scripts/action"), encoding: .utf8)
        for member in document.root["runs"]?["steps"]?.elements.first?["env"]?.members ?? [] {
            #expect(script.contains(member.key))
        }
    }
}

/// `surety watch` over `repo`, and what it has said.
private final class Watched {
    let process = Process()
    private(set) var heard = ""
    private let pipe = Pipe()

    init(_ root: URL) throws {
        process.executableURL = Program.url
        process.arguments = ["watch", "repo", "--interval", "0.1", "--at", "2026-11-24"]
        process.currentDirectoryURL = root
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        // What is never said must not be waited for without end.
        DispatchQueue.global().asyncAfter(deadline: .now() + 240) { [process] in
            if process.isRunning { process.terminate() }
        }
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Waits for a word, or for the end of what is said.
    func hear(_ word: String) {
        while !heard.contains(word) {
            let data = pipe.fileHandleForReading.availableData
            guard !data.isEmpty else { return }
            heard += String(decoding: data, as: UTF8.self)
        }
    }
}
