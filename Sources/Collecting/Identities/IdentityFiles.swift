internal import Compliance
internal import Documents

/// Registers and exports of identities that the user names.
enum IdentityFiles {
    /// The largest file that is looked into for what it is, in bytes; a register is known by its name.
    private static let largest = 32 << 20

    /// Reads what lies at some paths: files, and what is a register in folders.
    ///
    /// A file that is named and is none, or cannot be read, is among them, refused.
    ///
    /// - Throws: `CollectionError` when a path is not there, or a folder holds no register.
    static func named(_ paths: [String], isKnown: (String) -> Bool) throws(CollectionError) -> [SourceFile] {
        let collector = Identities(isHanded: true)
        var files: [SourceFile] = []
        let names = paths.map { FilePath($0).name }
        for (path, name) in zip(paths, names) {
            let walk = try FolderWalk(path)
            // Two of one name are told apart by their paths.
            let prefix = names.count { $0 == name } > 1 ? FilePath(path).components : [name]
            var found = 0
            for file in walk.files {
                let location = walk.location(of: file)
                let place = walk.isFolder ? FilePath(prefix + file.components) : FilePath(prefix)
                guard let kind = kind(of: file, at: location, for: collector) else {
                    if !walk.isFolder { files.append(unknown(place, location)) }
                    continue
                }
                found += 1
                if !isKnown(location) { files.append(SourceFile.read(location, path: place, kind: kind)) }
            }
            if walk.isFolder, found == 0 { throw CollectionError("\(path): no register of identities lies in it") }
        }
        return files
    }

    private static func kind(of path: FilePath, at location: String, for collector: Identities) -> ArtifactKind? {
        if let kind = collector.kind(of: path) { return kind }
        let admitting = collector.marks.filter { $0.admits(path) }
        guard !admitting.isEmpty, let bytes = FileBytes.regular(location, atMost: largest) else { return nil }
        return admitting.first { $0.holds(bytes) }?.kind
    }

    /// A file that is named and holds nothing that is known; a CSV of another name may be a register all the same.
    private static func unknown(_ place: FilePath, _ location: String) -> SourceFile {
        let file = SourceFile.read(location, path: place, kind: PlainIdentities.kind)
        let isTable = place.name.lowercased().hasSuffix(".csv")
        guard file.refusal == nil, !isTable else { return file }
        return file.refused(Diagnostic(.syntax, "holds no register of identities of a form that is known", at: nil))
    }

    /// The evidence of some files: identities, the files, and what could not be read.
    static func evidence(of files: [SourceFile], beside evidence: Evidence) -> Evidence {
        guard !files.isEmpty else { return Evidence() }
        var recorder = Recorder(collector: Identities().name)
        var known = evidence
        Identities(isHanded: true).collect(files, beside: &known, into: &recorder)
        var result = recorder.finish()
        for file in files {
            let rejection = file.refusal == nil ? recorder.rejected[file.place] : nil
            let owner = recorder.drawnOn[file.place] ?? evidence.agents.first ?? AgentID("-")
            result.record(artifact: rejection.map(file.refused) ?? file, agent: owner.rawValue)
        }
        return result
    }
}
