internal import Documents
internal import Glibc

/// A log of actions that is to be read.
struct ActionLogFile {
    /// Where it is opened.
    let location: String
    /// Its path in reports.
    let path: FilePath
    /// Where it lies in the assessed folder; nil for one outside.
    let place: FilePath?
    /// Whether it is known to be a log, so that one that cannot be read is named.
    let isMeant: Bool
    /// Why it cannot be looked into at all.
    var problem: String?
}

/// Finds logs of actions: those that the user names, and those that lie in an assessed folder.
enum ActionLogFiles {
    private static let extensions = ["jsonl", "ndjson"]

    /// The logs in an assessed folder, by name or content.
    static func all(in walk: FolderWalk, prefix: [String]) -> [ActionLogFile] {
        walk.files.compactMap { path in
            let isMeant = Self.isLog(path)
            guard isMeant || extensions.contains(Self.suffix(path)) else { return nil }
            let place = FilePath(prefix + path.components)
            return ActionLogFile(location: walk.location(of: path), path: place, place: place, isMeant: isMeant)
        }
    }

    /// The logs that the user names: files, and what lies in folders.
    ///
    /// - Throws: `CollectionError` when a path is not there, or a folder holds no log.
    static func named(_ paths: [String]) throws(CollectionError) -> [ActionLogFile] {
        var logs: [ActionLogFile] = []
        let names = paths.map { FilePath($0).name }
        for (path, name) in zip(paths, names) {
            let walk = try FolderWalk(path)
            // Two folders of one name are told apart by their paths.
            let prefix = names.count { $0 == name } > 1 ? FilePath(path).components : [name]
            guard walk.isFolder else {
                logs.append(ActionLogFile(location: path, path: FilePath(prefix), place: nil, isMeant: true))
                continue
            }
            var found = 0
            for file in walk.files where isLog(file) || (extensions + ["log", "json"]).contains(suffix(file)) {
                found += 1
                logs.append(
                    ActionLogFile(
                        location: walk.location(of: file), path: FilePath(prefix + file.components), place: nil,
                        isMeant: isLog(file)))
            }
            for omission in walk.omissions where omission.status == "refused" {
                logs.append(
                    ActionLogFile(
                        location: "", path: FilePath(prefix + omission.path.components), place: nil, isMeant: true,
                        problem: omission.reason))
            }
            if found == 0 { throw CollectionError("\(path): no log lies in it (.jsonl, .ndjson, .log, .json)") }
        }
        return logs
    }

    private static func suffix(_ path: FilePath) -> String {
        path.name.lowercased().split(separator: ".").dropFirst().last.map(String.init) ?? ""
    }

    /// Whether the name alone says that a file is a log of actions.
    private static func isLog(_ path: FilePath) -> Bool {
        let name = path.name
        if name == "actions.jsonl" || name.hasSuffix(".actions.jsonl") { return true }
        guard name.hasSuffix(".jsonl") else { return name.hasPrefix("mcp-gateway") && name.hasSuffix(".log") }
        let folders = path.components.dropLast()
        if let products = folders.firstIndex(of: ".claude"), folders.dropFirst(products + 1).first == "projects" {
            return true
        }
        return name.hasPrefix("rollout-") && folders.contains(".codex")
    }
}
