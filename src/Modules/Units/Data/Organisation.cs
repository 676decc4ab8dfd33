using Modular.Shared;

namespace Modular.Units;

/// <summary>The four tiers, and two kinds of organisations beside them.</summary>
internal enum Tier
{
    /// <summary>Managing unit 管理单位.</summary>
    Unit = 1,

    /// <summary>Supervising department 主管部门.</summary>
    Supervisor = 2,

    /// <summary>The region's departments and its innovation centre.</summary>
    Region = 3,

    /// <summary>The national platform centre.</summary>
    Nation = 4,

    /// <summary>The pool of experts.</summary>
    Expert = 5,

    /// <summary>Service users: enterprises, teams and individuals from outside.</summary>
    ServiceUser = 6,
}

/// <summary>One place in the tree of organisations. What a person sees is the subtree of theirs (U-11).</summary>
internal sealed class Organisation
{
    public const int PathSegment = Contracts.Units.OrganisationPath.Segment;

    const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid? ParentId { get; set; }

    /// <summary>Materialised path: the parent's path and four characters of one's own.</summary>
    public required string Path { get; set; }

    /// <summary>The subtree its people work in: their own, or, for the offices of a region (departments, the centre), the region's.</summary>
    public required string ScopePath { get; set; }

    public required Tier Tier { get; init; }

    public required string Name { get; set; }

    /// <summary>Six digits (GB/T 2260): where the organisation is responsible or sits.</summary>
    public required string RegionCode { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; } = 1;

    /// <summary>The path of the child with this number, counted from 1.</summary>
    public static string ChildPath(string parent, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        Span<char> segment = stackalloc char[PathSegment];
        for (var place = PathSegment - 1; place >= 0; place--, number /= Digits.Length) segment[place] = Digits[number % Digits.Length];
        return parent + new string(segment);
    }

    /// <summary>The number of the last segment: the reverse of <see cref="ChildPath"/>.</summary>
    public static int NumberOf(string path) =>
        path[^PathSegment..].Aggregate(0, (number, digit) => number * Digits.Length + Digits.IndexOf(digit, StringComparison.Ordinal));

    /// <summary>Moves it below another parent. Its people work in their own subtree as before, wherever that stands.</summary>
    public void Place(Guid parentId, string path) => (ParentId, Path, ScopePath, Version) = (parentId, path, path, Version + 1);

    public void Rename(string name, string regionCode, int version)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("organisation");
        (Name, RegionCode, Version) = (name, regionCode, Version + 1);
    }
}
