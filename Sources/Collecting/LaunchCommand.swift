/// What a command line starts: its launcher, and the package with its pin.
struct LaunchCommand {
    let launcher: String
    var package: String?
    var version: String?
    var pin: String?
    var source: String?
    var usesShell = false
    /// The argument that names the code, as it is written: the package, the script, the line for the shell.
    private(set) var code: String?

    private static let runners: Set<String> = ["npx", "bunx", "pnpx", "uvx", "pipx"]

    init(command: String, arguments: [String]) {
        let (program, arguments) = Self.unwrapped(command, arguments)
        switch program {
        case "npx", "bunx", "pnpx": launcher = "npx"
        case "uvx", "pipx": launcher = "uvx"
        case "docker", "podman": launcher = "docker"
        case "node", "bun", "deno", "tsx": launcher = "node"
        case "python", "python3", "py", "uv": launcher = "python"
        case "sh", "bash", "zsh", "fish", "cmd", "powershell", "pwsh": launcher = "shell"
        case "jbang", "go": launcher = "other"
        default: launcher = "binary"
        }
        read(program, arguments)
    }

    /// The program behind what only passes words on: `env A=1 npx …`, `cmd /c npx …` (what Windows needs), `pnpm dlx …`.
    private static func unwrapped(_ command: String, _ arguments: [String]) -> (program: String, arguments: [String]) {
        let carried = carried(command, arguments)
        if let first = carried.first, carried.count <= arguments.count {
            return unwrapped(first, Array(carried.dropFirst()))
        }
        let name = command.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? command
        let program = name.hasSuffix(".cmd") || name.hasSuffix(".exe") ? String(name.dropLast(4)) : name
        let rest = Array(arguments.dropFirst())
        switch (program, arguments.first?.lowercased()) {
        case ("cmd", "/c"): return rest.first.map { unwrapped($0, Array(rest.dropFirst())) } ?? (program, arguments)
        case ("pnpm", "dlx"), ("yarn", "dlx"), ("bun", "x"), ("npm", "exec"), ("npm", "x"): return ("npx", rest)
        default: return (program, arguments)
        }
    }

    /// The command that `env`, `sudo`, `timeout` and their like start; empty when the program starts itself.
    private static func carried(_ command: String, _ arguments: [String]) -> [String] {
        switch ShellWords.program(command).name {
        case "env", "sudo", "doas":
            let rest = arguments.drop { $0.hasPrefix("-") || ShellWords.isAssignment($0) }
            return ShellWords.unwrapped(Array(rest))
        case let name? where ShellHazardTable.wrappers.contains(name):
            return ShellWords.unwrapped([name] + arguments)
        default: return []
        }
    }

    private mutating func read(_ program: String, _ arguments: [String]) {
        switch launcher {
        case "npx", "uvx": package(in: program == "pipx" ? Array(arguments.drop { $0 == "run" }) : arguments)
        case "docker": image(in: arguments)
        case "shell":
            let flags: Set<String> = ["-c", "-lc", "-ic", "-lic", "/c", "/C", "-Command"]
            usesShell = arguments.contains(where: flags.contains)
            code = arguments.first { !$0.hasPrefix("-") && !flags.contains($0) }
            let words = arguments.flatMap { $0.split(whereSeparator: { " ;&|=()".contains($0) }).map(String.init) }
            if let runner = words.firstIndex(where: Self.runners.contains) {
                package(in: Array(words[(runner + 1)...]))
            } else {
                local()
            }
        case "other": program == "go" ? module(in: arguments) : alias(in: arguments)
        default:
            if program == "deno", let remote = arguments.first(where: Self.isRemote) { return fix(remote) }
            // The script of an interpreter; of another program the command itself says which it is.
            if launcher != "binary" { code = arguments.first { !$0.hasPrefix("-") && $0 != "run" } }
            if let run = arguments.firstIndex(of: "tool"), program == "uv", arguments.count > run + 2 {
                package(in: Array(arguments[(run + 2)...]))
            } else {
                local()
            }
        }
    }

    /// What Deno fetches when it starts: <https://docs.deno.com/runtime/fundamentals/modules/>.
    private static func isRemote(_ argument: String) -> Bool {
        ["https://", "http://", "npm:", "jsr:"].contains(where: argument.hasPrefix)
    }

    /// `go run module@version` fetches a module, `go run ./cmd` does not: <https://go.dev/ref/mod>.
    private mutating func module(in arguments: [String]) {
        let names = arguments.drop { $0 != "run" }.dropFirst().filter { !$0.hasPrefix("-") }
        guard let name = names.first, name.contains("@"), !name.hasPrefix(".") else { return local() }
        fix(name)
    }

    /// What `jbang` starts: `alias@organisation/repository`, a Maven coordinate and an address are fetched, a file is not.
    ///
    /// <https://www.jbang.dev/documentation/jbang/latest/alias_catalogs.html>
    private mutating func alias(in arguments: [String]) {
        guard let name = arguments.first(where: { !$0.hasPrefix("-") && $0 != "run" }) else { return local() }
        let parts = name.split(separator: ":").map(String.init)
        if name.contains("://") {
            fix(name)
        } else if let at = name.firstIndex(of: "@"), at > name.startIndex {
            (code, package, source, pin) = (name, name, "git", "none")
        } else if parts.count >= 3 {
            let number = parts[2]
            (code, source, package, version) = (name, "registry", parts.prefix(2).joined(separator: ":"), number)
            pin = number.contains("+") || number.contains("[") ? "range" : Self.pin(of: number)
        } else {
            code = name
            local()
        }
    }

    private mutating func local() {
        pin = "local"
        source = "local"
    }

    private mutating func package(in arguments: [String]) {
        var name: String?
        var skips = false
        var isValue = false
        for argument in arguments {
            if skips {
                name = argument
                break
            }
            if argument.hasPrefix("--package=") || argument.hasPrefix("--from=") {
                name = String(argument.drop { $0 != "=" }.dropFirst())
                break
            }
            if isValue {
                isValue = false
                continue
            }
            isValue =
                argument == "--python" || argument == "--with" || argument == "--index-url" || argument == "--registry"
            // `-p` is the package for npx, the interpreter for uvx.
            if argument == "-p" && launcher == "uvx" { isValue = true }
            if ["--package", "--from", "--spec"].contains(argument) || argument == "-p" && launcher == "npx" {
                skips = true
            }
            if !argument.hasPrefix("-") {
                name = argument
                break
            }
        }
        name.map { fix($0) }
    }

    private mutating func fix(_ given: String) {
        if code == nil || launcher != "shell" { code = given }
        let scheme = ["npm:", "jsr:"].first(where: given.hasPrefix) ?? ""
        let written = String(given.dropFirst(scheme.count))
        if written.hasPrefix("git+") || written.hasPrefix("github:") || written.hasSuffix(".git") {
            source = "git"
            let host = written.ranges(of: "://").first?.upperBound ?? written.startIndex
            let path = written[host...].firstIndex(of: "/") ?? host
            let mark = written[path...].firstIndex { $0 == "@" || $0 == "#" }
            package = mark.map { String(written[..<$0]) } ?? written
            let reference = mark.map { written[written.index(after: $0)...].prefix { $0 != "#" } }
            version = reference.map(String.init)
            let isCommit = (reference?.count ?? 0) >= 40 && (reference?.allSatisfy(\.isHexDigit) ?? false)
            pin = isCommit ? "digest" : reference == nil ? "none" : "range"
            return
        }
        if written.hasPrefix("http://") || written.hasPrefix("https://") {
            (source, package, pin) = ("url", written, "none")
            return
        }
        if written.hasPrefix(".") || written.hasPrefix("/") || written.hasPrefix("~") {
            package = written
            return local()
        }
        source = "registry"
        let separator = written.contains("==") ? "==" : "@"
        let start = written.hasPrefix("@") ? written.index(after: written.startIndex) : written.startIndex
        if separator == "@", let bound = written[start...].firstIndex(where: { "<>~!".contains($0) }), launcher == "uvx"
        {
            (package, version, pin) = (String(written[..<bound]), String(written[bound...]), "range")
            return
        }
        guard let cut = written[start...].ranges(of: separator).first else {
            (package, pin) = (written, "none")
            return
        }
        package = String(written[..<cut.lowerBound])
        version = String(written[cut.upperBound...])
        // PEP 440: `==1.4` is one version, `==1.*` is many.
        pin = separator == "==" ? (version?.contains("*") == true ? "range" : "exact") : Self.pin(of: version ?? "")
    }

    private mutating func image(in arguments: [String]) {
        let valued: Set<String> = [
            "-e", "--env", "-v", "--volume", "--mount", "--name", "-p", "--network", "--net", "-u", "--user", "-w",
            "--env-file", "--entrypoint", "--memory", "--cpus", "--platform",
        ]
        var skips = false
        for argument in arguments.drop(while: { $0 != "run" }).dropFirst() {
            if skips {
                skips = false
            } else if argument.hasPrefix("-") {
                skips = valued.contains(argument)
            } else {
                source = "registry"
                code = argument
                let name = argument.split(separator: "/").last ?? ""
                if let at = argument.firstIndex(of: "@") {
                    let named = argument[..<at]
                    let tag = named.lastIndex(of: ":").flatMap { named[$0...].contains("/") ? nil : $0 }
                    package = String(tag.map { named[..<$0] } ?? named)
                    (version, pin) = (String(argument[argument.index(after: at)...]), "digest")
                } else if let colon = name.lastIndex(of: ":") {
                    version = String(name[name.index(after: colon)...])
                    package = String(argument.dropLast((version?.count ?? 0) + 1))
                    pin = Self.pin(of: version ?? "")
                } else {
                    (package, pin) = (argument, "none")
                }
                return
            }
        }
    }

    /// How firmly a written version fixes the code.
    ///
    /// A tag such as `latest` can be moved, and fixes nothing.
    static func pin(of version: String) -> String {
        if version.hasPrefix("sha256:") { return "digest" }
        guard let first = version.first else { return "none" }
        if first.isNumber || (first == "v" && version.dropFirst().first?.isNumber == true) {
            let parts = version.drop { $0 == "v" }.prefix { $0 != "-" && $0 != "+" }.split(separator: ".")
            return parts.count >= 3 && parts.allSatisfy { $0.allSatisfy(\.isNumber) } ? "exact" : "range"
        }
        return "^~><=*".contains(first) ? "range" : "none"
    }
}
