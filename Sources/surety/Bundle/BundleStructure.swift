internal import Attesting
internal import Cataloging
internal import Compliance
internal import Documents
internal import XML

/// Whether the files of a bundle are what they say: read strictly, each in its format.
enum BundleStructure {
    /// One outcome for all that are, and one for each that is not.
    static func review(_ files: [String: [UInt8]], _ manifest: BundleManifest) -> [Outcome] {
        var outcomes: [Outcome] = []
        var sound = 0
        for file in manifest.files {
            guard let bytes = files[file.path], let faults = faults(file, bytes) else { continue }
            if let fault = faults.first {
                outcomes.append(Outcome(.differs, "\(file.path): \(fault)"))
            } else {
                sound += 1
            }
        }
        return [Outcome(.holds, "\(sound) files in XML and JSON are sound")] + outcomes
    }

    /// What is wrong with a file; nil for a format that is not looked into.
    private static func faults(_ file: BundleManifest.File, _ bytes: [UInt8]) -> [String]? {
        switch file.mediaType {
        // A fleet's report may be larger than what is read into a tree; its digest holds all the same.
        case _ where bytes.count > XMLReader.limit: nil
        case "application/oscal+xml": oscal(file.path, bytes)
        case "application/xml", "application/vnd.cyclonedx+xml": xml(bytes)
        case "application/json", "application/vnd.cyclonedx+json", "application/sarif+json": json(bytes)
        default: nil
        }
    }

    private static func oscal(_ path: String, _ bytes: [UInt8]) -> [String] {
        do {
            return try OSCALValidator.validate(bytes, path: path).problems.map(\.description)
        } catch {
            return [error.description]
        }
    }

    private static func xml(_ bytes: [UInt8]) -> [String] {
        do {
            _ = try CanonicalXML.exclusive(bytes)
            return []
        } catch {
            return [error.description]
        }
    }

    private static func json(_ bytes: [UInt8]) -> [String] {
        do {
            return try Document(bytes, as: .json, limits: Limits(bytes: 8 << 20, depth: 128, nodes: 2_000_000))
                .warnings.map(\.message)
        } catch {
            return [error.message]
        }
    }
}
