namespace Modular.Shared;

/// <summary>Which rows an endpoint may touch, for those whose permission lets them call it at all.</summary>
public enum DataScope
{
    /// <summary>Nobody's in particular: the same answer for everybody, signed in or not.</summary>
    Public,

    /// <summary>What belongs to the caller's own account: sessions, password, own uploads.</summary>
    Account,

    /// <summary>What belongs to the subtree of the caller's organisation (U-11). Rows outside it are answered like missing ones.</summary>
    Organisation,

    /// <summary>Of what belongs to the subtree all for who keeps its records, for others only what is entrusted to their own account; they are told so (U-11).</summary>
    Entrusted,

    /// <summary>What belongs to the caller's very own organisation, of which the request names no id: a unit's register, list or template. Nobody else's, above or below.</summary>
    OwnOrganisation,

    /// <summary>The whole stock of instruments, whoever owns it: a purchase is compared with all there is .</summary>
    Stock,

    /// <summary>The pool of experts, who belong to no region, and one's own seat on a panel: what one does there concerns nobody else's .</summary>
    Panel,

    /// <summary>The running platform itself: outbox, jobs. No organisation owns it.</summary>
    Platform,
}

/// <summary>What an endpoint asks of its caller. The access matrix in the tests is generated from these.</summary>
/// <param name="Permission">The permission that is needed; null for public endpoints and for those that only need an account.</param>
/// <param name="Scope">The rows that it may touch.</param>
public sealed record AccessRule(string? Permission, DataScope Scope);
