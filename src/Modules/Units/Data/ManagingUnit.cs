using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Units;

internal enum UnitKind
{
    /// <summary>高等学校.</summary>
    University,

    /// <summary>科研院所.</summary>
    ResearchInstitute,

    /// <summary>企业.</summary>
    Enterprise,

    /// <summary>新型研发机构.</summary>
    NewResearchInstitution,

    /// <summary>医疗卫生机构.</summary>
    MedicalInstitution,

    /// <summary>检验检测机构.</summary>
    TestingInstitution,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>What is known of a managing unit 管理单位 beyond its place in the tree (U-1). Shares its key with its organisation.</summary>
internal sealed class ManagingUnit
{
    public required Guid Id { get; init; }

    public required Organisation Organisation { get; init; }

    /// <summary>Unified social credit code (GB 32100-2015), 18 characters, check digit verified.</summary>
    public required string CreditCode { get; set; }

    public required UnitKind Kind { get; set; }

    /// <summary>League or city (GB/T 2260), six digits.</summary>
    public required string LeagueCode { get; set; }

    public string Address { get; set; } = "";

    /// <summary>Belongs to the central government (中央级): evaluated by the nation (EV).</summary>
    public bool CentralLevel { get; set; }

    public string Website { get; set; } = "";

    public string ContactName { get; set; } = "";

    public string ContactPhone { get; set; } = "";

    /// <summary>The first day on which it is no more.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The unit that goes on for it: of a chain of mergers the last.</summary>
    public Guid? MergedIntoId { get; private set; }

    public int Version { get; set; } = 1;

    public void Close(DateOnly on, Guid? successor) => (ClosedOn, MergedIntoId, Version) = (on, successor, Version + 1);

    public void Amend(ManagingUnitFacts facts, int version)
    {
        if (ClosedOn is not null) throw UnitProblems.UnitClosed();
        if (version != Version) throw Problem.ChangedMeanwhile("unit");
        Apply(facts);
        Organisation.Name = facts.Name;
        Organisation.RegionCode = facts.LeagueCode;
        Version++;
    }

    public static ManagingUnit Register(Organisation organisation, ManagingUnitFacts facts)
    {
        var unit = new ManagingUnit { Id = organisation.Id, Organisation = organisation, CreditCode = "", Kind = facts.Kind, LeagueCode = "" };
        unit.Apply(facts);
        return unit;
    }

    public ManagingUnitFacts Facts() =>
        new(Organisation.Name, CreditCode, Kind, LeagueCode, CentralLevel, Address, Website, ContactName, ContactPhone);

    public UnitChanged Changed() => new(Id, Organisation.Path, Organisation.Name, LeagueCode);

    void Apply(ManagingUnitFacts facts)
    {
        (CreditCode, Kind, LeagueCode, CentralLevel) = (CreditCodes.Normalise(facts.CreditCode), facts.Kind, facts.LeagueCode, facts.CentralLevel);
        (Address, Website, ContactName, ContactPhone) = (facts.Address ?? "", facts.Website ?? "", facts.ContactName ?? "", facts.ContactPhone ?? "");
    }
}
