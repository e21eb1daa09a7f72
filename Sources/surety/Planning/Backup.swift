internal import Documents
internal import Glibc

/// Files of the user's that are changed: what each was is kept beside it.
enum Backup {
    /// Writes edits, all or none, and keeps what the files were under names that were free.
    ///
    /// - Throws: `Failure` when a file is not what its edit was made for any more, lies behind a link, or cannot be
    ///   written; those that were written before it are then as they were.
    static func replace(_ edits: [FileEdit], in folder: String) throws {
        for edit in edits { try check(edit, in: folder) }
        var written: [FileEdit] = []
        do {
            for edit in edits {
                try check(edit, in: folder)
                try write(edit, in: folder)
                written.append(edit)
            }
        } catch {
            for edit in written { restore(edit, in: folder) }
            throw error
        }
    }

    private static func check(_ edit: FileEdit, in folder: String) throws {
        guard SafePath.isWithin(folder, edit.path) else {
            throw Failure.input("\(edit.path) lies behind a link, which is not followed: nothing was written")
        }
        let path = folder + "/" + edit.path
        let current = NewFile.exists(path) ? FileBytes.regular(path, atMost: 8 << 20) : nil
        guard current == edit.before, (current == nil) == !NewFile.exists(path) else {
            throw Failure.input("\(edit.path) changed since the plan was made: nothing was written")
        }
    }

    private static func write(_ edit: FileEdit, in folder: String) throws {
        let path = folder + "/" + edit.path
        guard let before = edit.before else { return try AtomicFile.write(to: path) { try $0(edit.after) } }
        var status = stat()
        let mode = lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0o644
        try NewFile.write(before, to: free(path), mode: mode & 0o777)
        try AtomicFile.write(to: path) { try $0(edit.after) }
        chmod(path, mode)
    }

    private static func restore(_ edit: FileEdit, in folder: String) {
        let path = folder + "/" + edit.path
        guard let before = edit.before else { return NewFile.remove(path) }
        try? AtomicFile.write(to: path) { try $0(before) }
    }

    private static func free(_ path: String) -> String {
        var number = 1
        var name = path + ".before-surety"
        while NewFile.exists(name) {
            number += 1
            name = path + ".before-surety.\(number)"
        }
        return name
    }
}
