/// What AWS's managed policies open, as far as their names tell.
///
/// <https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html>
enum ManagedPolicy {
    private static let administrators: Set<String> = ["AdministratorAccess", "IAMFullAccess"]
    private static let narrow: Set<String> = [
        "AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole", "AWSXRayDaemonWriteAccess",
        "AmazonBedrockLimitedAccess", "CloudWatchAgentServerPolicy", "AmazonSSMManagedInstanceCore",
    ]

    /// In the words of `credential.scope_breadth`; nil when the name does not tell.
    static func scope(of title: String) -> String? {
        if title == "AdministratorAccess" { return "any" }
        if administrators.contains(title) || title.contains("FullAccess") || title.contains("PowerUser")
            || title == "ReadOnlyAccess" || title == "ViewOnlyAccess"
        {
            return "broad"
        }
        return narrow.contains(title) || title.hasSuffix("ReadOnlyAccess") || title.hasSuffix("ReadOnly")
            ? "narrow" : nil
    }

    /// Breadth and hazard of what it allows; nil where neither is wide.
    static func reach(of title: String) -> (breadth: String, hazard: String)? {
        if title == "AdministratorAccess" { return ("any", "privilege") }
        if title == "IAMFullAccess" { return ("pattern", "privilege") }
        if title == "PowerUserAccess" { return ("pattern", "arbitrary-code") }
        if title == "ReadOnlyAccess" { return ("pattern", "secrets") }
        return title.contains("FullAccess") ? ("pattern", "destructive") : nil
    }
}
