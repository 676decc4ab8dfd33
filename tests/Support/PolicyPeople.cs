using Modular.Units;

namespace Modular.Tests;

internal static class PolicyPeople
{
    public const string Address = "/api/units/policies";

    /// <summary>A policy officer of a region of their own, and that region.</summary>
    public static async Task<(Client Officer, Organisation Region)> PolicyOfficer(this App app)
    {
        var region = await app.NewRegion();
        return (await app.SignedIn("policyOfficer", await app.NewOffice(region)), region);
    }

    public static async Task<PolicyRow> Policy(this Client person, string key, DateOnly? on = null) =>
        (await person.Get<PoliciesInForce>($"{Address}{(on is { } day ? $"?on={day:yyyy-MM-dd}" : "")}")).Rows.Single(row => row.Key == key);

    public static Task<PolicyChangeRow> Sets(this Client officer, string key, long value, DateOnly from, int version = 0) =>
        officer.Post<PolicyChangeRow>($"{Address}/{key}", new SetPolicy(value, from, "内科发〔2026〕1号 第二条", "threshold raised", version));
}
