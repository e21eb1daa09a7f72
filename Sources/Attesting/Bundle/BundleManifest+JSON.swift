extension BundleManifest {
    /// The file: one member a line, one file a line, and no other way to write the same.
    public var bytes: [UInt8] {
        let lists: [(String, [JSONValue])] = [
            ("files", files.map(Self.json)), ("inputs", inputs.map(Self.json)),
            (
                "leftOut",
                leftOut.sorted { $0.key < $1.key }.map { ["name": .string($0.key), "why": .string($0.value)] }
            ),
            ("signatures", signatures.map(Self.json)),
        ]
        var text = Array("{\n  \"schema\": \"\(Self.schema)\",\n  \"assessed\": ".utf8) + assessed.canonical
        for (key, elements) in lists {
            let lines = elements.map { Array("\n    ".utf8) + $0.canonical }
            text += Array(",\n  \"\(key)\": [".utf8) + Array(lines.joined(separator: [UInt8(ascii: ",")]))
            text += Array((elements.isEmpty ? "]" : "\n  ]").utf8)
        }
        return text + Array("\n}\n".utf8)
    }

    /// A manifest from its JSON.
    ///
    /// - Throws: `Envelope.Malformed` for JSON that is none.
    public init(_ json: JSONValue) throws(Envelope.Malformed) {
        guard json["schema"]?.string == Self.schema else {
            throw Envelope.Malformed(description: "it is no manifest of an evidence bundle")
        }
        var files: [File] = []
        for entry in json["files"]?.elements ?? [] { files.append(try Self.file(entry)) }
        var inputs: [Input] = []
        for entry in json["inputs"]?.elements ?? [] { inputs.append(try Self.input(entry)) }
        var signatures: [Signature] = []
        for entry in json["signatures"]?.elements ?? [] { signatures.append(try Self.signature(entry)) }
        let leftOut = (json["leftOut"]?.elements ?? []).map { ($0["name"]?.string ?? "", $0["why"]?.string ?? "") }
        let paths = files.map(\.path) + signatures.map(\.path)
        guard Set(paths).count == paths.count else {
            throw Envelope.Malformed(description: "the manifest names a file twice")
        }
        self.init(
            assessed: json["assessed"] ?? .null, files: files, inputs: inputs, signatures: signatures,
            leftOut: Dictionary(leftOut, uniquingKeysWith: { $1 }))
    }

    private static func file(_ json: JSONValue) throws(Envelope.Malformed) -> File {
        guard let path = json["path"]?.string, case .integer(let size)? = json["bytes"],
            let sha256 = json["sha256"]?.string, sha256.utf8.count == 64, let type = json["mediaType"]?.string
        else { throw Envelope.Malformed(description: "a file of the manifest has no path, size, SHA-256 or type") }
        return File(path: path, size: size, sha256: sha256, mediaType: type)
    }

    private static func input(_ json: JSONValue) throws(Envelope.Malformed) -> Input {
        guard let role = json["role"]?.string.flatMap(Input.Role.init), let name = json["name"]?.string,
            let path = json["path"]?.string
        else { throw Envelope.Malformed(description: "an input of the manifest has no role, name or path") }
        return Input(role, name, path: path)
    }

    private static func signature(_ json: JSONValue) throws(Envelope.Malformed) -> Signature {
        guard let path = json["path"]?.string, let over = json["over"]?.string,
            let form = json["form"]?.string.flatMap(SignatureForm.init(rawValue:))
        else { throw Envelope.Malformed(description: "a signature of the manifest has no path, object or form") }
        return Signature(path, over: over, form)
    }

    private static func json(_ file: File) -> JSONValue {
        [
            "path": .string(file.path), "bytes": .integer(file.size), "sha256": .string(file.sha256),
            "mediaType": .string(file.mediaType),
        ]
    }

    private static func json(_ input: Input) -> JSONValue {
        ["role": .string(input.role.rawValue), "name": .string(input.name), "path": .string(input.path)]
    }

    private static func json(_ signature: Signature) -> JSONValue {
        [
            "path": .string(signature.path), "over": .string(signature.over),
            "form": .string(signature.form.rawValue),
        ]
    }
}
