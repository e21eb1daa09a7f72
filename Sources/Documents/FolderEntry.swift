internal import Glibc

/// What lies in a folder under one name.
public struct FolderEntry: Sendable {
    /// The kinds that matter to a walk.
    public enum Kind: Sendable {
        case file, folder, link
        /// A pipe, a socket or a device.
        case other
        /// The file system does not say.
        case unknown
    }

    /// The name, without the folder.
    public let name: String
    /// What stands there; a link is not followed.
    public let kind: Kind

    /// The entries of a folder by name, `.` and `..` left out; nil when it cannot be opened, and `errno` says why.
    public static func entries(of folder: String) -> [FolderEntry]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != "." && name != ".." else { continue }
            entries.append(FolderEntry(name: name, kind: kind(Int32(entry.pointee.d_type))))
        }
        return entries.sorted { $0.name < $1.name }
    }

    private static func kind(_ type: Int32) -> Kind {
        switch type {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_LNK): .link
        case Int32(DT_UNKNOWN): .unknown
        default: .other
        }
    }
}
