internal import Documents
internal import Glibc

/// The files that a repository gets, and which of them it has.
struct RepositorySetup {
    let folder: String

    /// What is written, in the order in which it is said.
    var files: [SetupFile] {
        var files = [
            SetupFile(
                folder, "waivers.yaml", purpose: "risks that somebody accepts", advice: "", text: SetupText.waivers),
            SetupFile(
                folder, ".pre-commit-config.yaml", purpose: "a look before each commit",
                advice: "add the hook `surety`, see README", text: SetupText.preCommit),
        ]
        if isOnGitHub {
            files.append(
                SetupFile(
                    folder, ".github/workflows/surety.yml",
                    purpose: "an assessment of each pull request; put your copy of Surety in for OWNER and COMMIT",
                    advice: "", text: SetupText.workflow))
        }
        files.append(
            SetupFile(
                folder, ".gitignore", purpose: "reports are made anew, not kept",
                advice: ignoresOutput ? "" : "add output/", text: SetupText.ignored))
        return files
    }

    /// Whether its workflows or its remote are GitHub's.
    private var isOnGitHub: Bool {
        var status = stat()
        if stat(folder + "/.github", &status) == 0 { return true }
        let configuration = FileBytes.read(folder + "/.git/config").map { String(decoding: $0, as: UTF8.self) }
        return configuration?.contains("github.com") ?? false
    }

    private var ignoresOutput: Bool {
        let lines = FileBytes.read(folder + "/.gitignore").map { String(decoding: $0, as: UTF8.self) } ?? ""
        return lines.split(separator: "\n").contains { ["output", "output/", "/output", "/output/"].contains($0) }
    }
}

/// One file of the set-up.
struct SetupFile {
    let folder: String
    let path: String
    /// What it is good for.
    let purpose: String
    /// What to do by hand where it is there already.
    let advice: String
    let text: String

    init(_ folder: String, _ path: String, purpose: String, advice: String, text: String) {
        self.folder = folder
        self.path = path
        self.purpose = purpose
        self.advice = advice
        self.text = text
    }

    /// Whether there is something of that name, a broken link too.
    var isThere: Bool {
        var status = stat()
        return lstat(folder + "/" + path, &status) == 0
    }

    /// Writes it with the folders above it.
    ///
    /// - Throws: `Failure` when it cannot be written.
    func write() throws {
        try AtomicFile.write(to: folder + "/" + path) { try $0(Array(text.utf8)) }
    }
}
