internal import Compliance
internal import Documents

/// Registers of non-human identities and exports of their issuers: owner, age, last use, rotation, breadth.
///
/// An identity is a row of every agent that acts by it. What no agent names stands for itself where the register is one of
/// the system: a file of our own format, or an export in a folder `identities` or that the user hands over.
struct Identities: Companion {
    /// Whether the user handed the files over.
    var isHanded = false

    let name = "identities"
    let summary =
        "Registers of non-human identities as CSV, AWS credential reports and access keys, Google Cloud and Kubernetes service accounts, Entra applications, GitHub tokens and apps"
    let documentation = [
        "https://owasp.org/www-project-non-human-identities-top-10/2025/",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html",
        "https://cloud.google.com/sdk/gcloud/reference/iam/service-accounts/keys/list",
        "https://learn.microsoft.com/en-us/graph/api/resources/passwordcredential",
        "https://docs.github.com/en/rest/orgs/personal-access-tokens",
        "https://kubernetes.io/docs/concepts/security/service-accounts/",
    ]

    func kind(of path: FilePath) -> ArtifactKind? {
        PlainIdentities.isOne(path) ? PlainIdentities.kind : nil
    }

    let marks = IdentityFormats.all.flatMap { $0.marks }

    func collect(_ files: [SourceFile], beside evidence: inout Evidence, into recorder: inout Recorder) {
        var register = IdentityRegister()
        for format in IdentityFormats.all {
            format.read(files.filter { $0.refusal == nil && $0.kind.name == format.kind.name }, into: &register)
        }
        register.sort()
        var rows = IdentityRows(IdentityGroups(register.records), IdentityHolders(evidence), register, stands: stands)
        rows.write(into: &recorder)
        for refusal in register.refusals { recorder.reject(refusal.file, because: refusal.problem) }
        let broken = files.compactMap { file in file.refusal.map { (file, $0) } } + register.refusals.map { ($0, $1) }
        for (file, problem) in broken {
            let concerned = isHanded ? evidence.agents : AgentFolders(evidence.agents).agents(inside: file.path.folder)
            for agent in concerned + recorder.agents {
                recorder.cover(agent, .identity, .partial, because: "\(file.place): \(problem)")
            }
        }
    }

    /// Whether what the file lists is of the system, although no agent names it.
    private func stands(_ file: SourceFile) -> Bool {
        isHanded || PlainIdentities.isOne(file.path) || file.path.folder.components.contains("identities")
    }
}
