internal import Compliance

/// A file with the collectors that read it, and what it is to each.
struct Claim: Sendable {
    /// The file.
    let file: FoundFile
    /// Position of the collector in the list of all, and the kind the file is to it.
    let kinds: [(collector: Int, kind: ArtifactKind)]
}

/// Finds the files of one place that a collector reads, and tells what is left out or of no known product.
struct Claims {
    /// Files to read.
    private(set) var claims: [Claim] = []
    /// `artifact` rows of what is not read.
    private(set) var rows: [Row] = []

    private let place: Place

    init(_ place: Place) {
        self.place = place
    }

    /// Walks.
    mutating func gather() {
        if let file = place.file {
            sort(file)
            return
        }
        let walk = FolderWalk(place.root, prefix: place.prefix) { path in
            Collectors.all.contains { $0.kind(of: path) != nil } || UnsupportedFile.match(path) != nil
        }
        for file in walk.files { sort(file) }
        for folder in walk.leftOut {
            add(folder.path, kind: "folder", status: folder.isRefused ? "refused" : "excluded", reason: folder.reason)
        }
    }

    private mutating func sort(_ file: FoundFile) {
        let kinds = Collectors.all.enumerated().compactMap { index, collector in
            collector.kind(of: file.path).map { (collector: index, kind: $0) }
        }
        if !kinds.isEmpty {
            claims.append(Claim(file: file, kinds: kinds))
        } else if let product = UnsupportedFile.match(file.path) {
            add(file.path, kind: product.kind, status: "unsupported", reason: product.reason)
        } else {
            add(file.path, kind: "file", status: "unsupported", reason: "no collector knows a file of this name")
        }
    }

    private mutating func add(_ path: FilePath, kind: String, status: String, reason: String) {
        let row = try? Row(
            .artifact, Provenance(agent: AgentID("-"), artifact: path.text, collector: "walk"),
            ["path": .text(path.text), "kind": .text(kind), "status": .text(status), "reason": .text(reason)])
        row.map { rows.append($0) }
    }
}
