internal import Compliance

/// What a rule about a command says beside its worst, whichever product it is of.
enum CommandRule {
    /// The columns of a row of `permission`, with `ordinary` and `pin` where its target is a command line.
    static func completed(_ columns: [String: Value]) -> [String: Value] {
        guard columns["capability"]?.text == "shell", columns["breadth"]?.text != "any",
            let target = columns["target"]?.text, let hazard = columns["hazard"]?.text
        else { return columns }
        // A target that is an expression is not a command line; it would be read as another hazard.
        guard [target, target + " *"].contains(where: { ShellHazard.of($0).rawValue == hazard }) else { return columns }
        var columns = columns
        columns["ordinary"] = .text(ShellHazard.ordinary(target).rawValue)
        columns["pin"] = Value(pin(of: target))
        return columns
    }

    /// How firmly the package is fixed that a runner fetches; nil when none is fetched, or when any can be.
    ///
    /// Well-known tools without a version are mostly those of the project, which `npx` and `bunx` run without fetching
    /// (<https://docs.npmjs.com/cli/commands/npx>, <https://bun.com/docs/pm/bunx>); `pnpx`, which is `pnpm dlx`, `yarn dlx` and
    /// `uvx` fetch all the same (<https://pnpm.io/cli/dlx>, <https://yarnpkg.com/cli/dlx>, <https://docs.astral.sh/uv/concepts/tools/>).
    static func pin(of target: String) -> String? {
        for command in ShellScript(target).all {
            let words = ShellWords.unwrapped(command.words)
            guard let first = words.first else { continue }
            let launch = LaunchCommand(command: first, arguments: Array(words.dropFirst()))
            guard ["npx", "uvx"].contains(launch.launcher), let package = launch.package, !package.contains("*"),
                launch.version?.contains("*") != true
            else { continue }
            let isOfProject = ShellWords.program(first).name.map(["npx", "bunx", "npm", "bun"].contains) ?? false
            if isOfProject, launch.version == nil, ShellHazardTable.programs[package] != nil { continue }
            return launch.pin
        }
        return nil
    }
}
