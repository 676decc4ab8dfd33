using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Modular.Shared;

/// <summary>Who is calling, for which organisation, with which permissions (U-11).</summary>
public class CurrentUser(IHttpContextAccessor http)
{
    public const string AccountClaim = "account";
    public const string SessionClaim = "session";
    public const string NameClaim = "name";
    public const string DisplayNameClaim = "display";
    public const string OrganisationClaim = "organisation";
    public const string OrganisationNameClaim = "organisation-name";
    public const string TierClaim = "tier";
    public const string ScopeClaim = "scope";
    public const string PlaceClaim = "place";
    public const string PermissionClaim = "permission";
    public const string MachineClaim = "machine";
    public const string RoleClaim = ClaimTypes.Role;

    ClaimsPrincipal Principal => http.HttpContext?.User ?? new ClaimsPrincipal();

    public bool SignedIn => Principal.Identity?.IsAuthenticated == true;

    /// <summary>A unit's own system, by its key: there is no account behind it.</summary>
    public bool IsMachine => Principal.HasClaim(claim => claim.Type == MachineClaim);

    /// <summary>A person's account; for a machine its key.</summary>
    public virtual Guid AccountId => Id(AccountClaim);

    public Guid SessionId => Id(SessionClaim);

    public string UserName => Text(NameClaim);

    public virtual string DisplayName => Text(DisplayNameClaim);

    public virtual Guid OrganisationId => Id(OrganisationClaim);

    public virtual string OrganisationName => Text(OrganisationNameClaim);

    public string Tier => Text(TierClaim);

    /// <summary>Where the organisation is (GB/T 2260, six digits); empty where nobody has said.</summary>
    public string PlaceCode => Text(PlaceClaim);

    /// <summary>Materialised path of the subtree this person works in. A path no organisation has when there is none.</summary>
    public virtual string ScopePath => Principal.FindFirstValue(ScopeClaim) is { Length: > 0 } path ? path : "!";

    /// <summary>Whether the subtree is one managing unit: below it there is no organisation.</summary>
    public virtual bool OfOneUnit => string.Equals(Tier, "Unit", StringComparison.Ordinal);

    public virtual bool Can(string permission) => Principal.HasClaim(PermissionClaim, permission);

    public bool Is(string role) => Principal.HasClaim(RoleClaim, role);

    /// <summary>Whether a row that belongs to the organisation with this path lies within the caller's subtree.</summary>
    public bool Sees(string organisationPath) => organisationPath.StartsWith(ScopePath, StringComparison.Ordinal);

    Guid Id(string claim) => Guid.TryParse(Principal.FindFirstValue(claim), out var id) ? id : Guid.Empty;

    string Text(string claim) => Principal.FindFirstValue(claim) ?? "";
}

/// <summary>Who asked for work that goes on after their request has ended: what it changes is recorded under their name. Kept with the job.</summary>
public sealed record Requester(Guid AccountId, string DisplayName, Guid OrganisationId, string OrganisationName, string ScopePath)
{
    public static Requester Of(CurrentUser user) => new(user.AccountId, user.DisplayName, user.OrganisationId, user.OrganisationName, user.ScopePath);

    /// <summary>The same person, where code asks for the current user.</summary>
    public CurrentUser AsUser() => new Standing(this);

    sealed class Standing(Requester requester) : CurrentUser(new HttpContextAccessor())
    {
        public override Guid AccountId => requester.AccountId;

        public override string DisplayName => requester.DisplayName;

        public override Guid OrganisationId => requester.OrganisationId;

        public override string OrganisationName => requester.OrganisationName;

        public override string ScopePath => requester.ScopePath;

        // Whether they may was asked when they gave the order.
        public override bool Can(string permission) => false;
    }
}
