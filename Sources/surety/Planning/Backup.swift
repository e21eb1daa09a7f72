internal import Documents

/// A file of the user's that is changed: what it was is kept beside it.
enum Backup {
    /// Writes the edits of a file one after the other, and keeps what it was under a name that was free.
    ///
    /// - Throws: `Failure` when the file is not what the edits were made for any more, or cannot be written.
    static func replace(_ path: String, of edits: [PlannedChange.Edit]) throws {
        guard let first = edits.first, let current = FileBytes.read(path), current == first.before else {
            throw Failure.input("\(path) changed since the plan was made: nothing was written")
        }
        // Each edit was made for the file as it was; together they are what is left of it by all of them.
        guard let result = combined(edits, first.before) else {
            throw Failure.input("the edits of \(path) do not go together: apply them one by one")
        }
        var number = 1
        var name = path + ".before-surety"
        while InputFile.exists(name) {
            number += 1
            name = path + ".before-surety.\(number)"
        }
        try AtomicFile.write(to: name) { try $0(current) }
        try AtomicFile.write(to: path) { try $0(result) }
    }

    private static func combined(_ edits: [PlannedChange.Edit], _ before: [UInt8]) -> [UInt8]? {
        let pointers = Set(edits.flatMap(\.pointers))
        return JSONEdit.removing(Array(pointers), from: before)
    }
}
