internal import Compliance
internal import Documents

/// Exports of cloud rights: what the identities may do that agents act as.
///
/// An identity is joined to every agent that names it. One that nobody names stands for itself when its rights are those of
/// an agent: it calls models.
struct CloudIdentity: Companion {
    let name = "cloud-identity"
    let summary =
        "AWS IAM policies and role exports, Google Cloud and Azure role bindings of the accounts behind agents"
    let documentation = [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html",
        "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html",
        "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html",
        "https://cloud.google.com/iam/docs/reference/rest/v1/Policy",
        "https://learn.microsoft.com/en-us/cli/azure/role/assignment",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("aws iam", .json, isOptional: true),
            anyOf: [
                ["\"Statement\"", "\"Effect\"", "\"Version\""], ["\"RoleName\"", "\"PolicyName\""],
                ["\"AssumeRolePolicyDocument\""],
            ],
            admits: ContentMark.extensions("json")),
        ContentMark(
            ArtifactKind("google cloud iam policy", .json, isOptional: true),
            anyOf: [["\"bindings\"", "\"members\"", "\"role\": \"roles/"]],
            admits: ContentMark.extensions("json")),
        ContentMark(
            ArtifactKind("google cloud iam policy", .yaml, isOptional: true),
            anyOf: [["bindings:", "members:", "role: roles/"]],
            admits: ContentMark.extensions("yaml", "yml")),
        ContentMark(
            ArtifactKind("azure role assignments", .json, isOptional: true),
            anyOf: [["\"roleDefinitionName\"", "\"principalId\"", "\"scope\""]],
            admits: ContentMark.extensions("json")),
    ]

    func collect(_ files: [SourceFile], beside evidence: inout Evidence, into recorder: inout Recorder) {
        var export = AWSExport()
        for file in files where file.kind.name == "aws iam" { export.read(file) }
        var identities = export.identities
        for file in files where file.kind.name == "google cloud iam policy" {
            identities += GoogleBindings.identities(in: file)
        }
        for file in files where file.kind.name == "azure role assignments" {
            identities += AzureAssignments.identities(in: file)
        }
        let wanted = FoundIdentity.names(in: evidence)
        for identity in identities {
            let holders = identity.names.isDisjoint(with: wanted) ? [] : identity.join(&evidence)
            for holder in holders {
                identity.role.recordPermissions(actor: holder.actor, for: holder.agent, into: &recorder)
                recorder.cover(
                    holder.agent, .permission, .partial, because: "policies outside the assessed folder are not seen")
            }
            if holders.isEmpty, identity.isOfAgent { identity.stand(into: &recorder) }
        }
        for file in files where file.refusal != nil && !evidence.agents.isEmpty {
            for agent in AgentFolders(evidence.agents).agents(inside: file.path.folder) {
                recorder.refuse(file, for: agent, tables: [.permission, .credential])
            }
        }
    }
}
