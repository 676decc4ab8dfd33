using System.Text.Json;
using Modular.Instruments;
using static Modular.Tests.Access.Probes;

namespace Modular.Tests.Access;

static class InstrumentsDoors
{
    const string Prefix = "/api/instruments";

    // The states of InstrumentStates that a command does not start from.
    static readonly string[] NotDraft = ["Submitted", "Returned", "Listed", "Retired"];
    static readonly string[] NotSubmitted = ["Draft", "Returned", "Listed", "Retired"];

    public static IEnumerable<Door> All =>
    [
        new("GET /api/instruments/",
            Rows(Kind.Instrument, $"{Prefix}?size=200"),
            Rows(Kind.Instrument, "query", Kind.Unit, t => $"{Prefix}?size=200&unitId={t.Key}", (i, unit) => i.Owner.ToString() == unit.Key),
            FirstRow(Kind.Instrument, "count", Kind.Unit, t => $"{Prefix}?size=1&unitId={t.Key}", (i, unit) => i.Owner.ToString() == unit.Key),
            FirstRow(Kind.Instrument, "count", Kind.Nothing, _ => $"{Prefix}?size=1", (_, _) => true),
            Rows(Kind.Instrument, "search", Kind.Instrument, t => $"{Prefix}?size=200&search={t.Marker}", (i, wanted) => i.Marker == wanted.Marker),
            Rows(Kind.Instrument, "search", Kind.Unit, t => $"{Prefix}?size=200&search={t.Marker}", (i, unit) => i.Owner.ToString() == unit.Key)),
        new("POST /api/instruments/", One("body", Kind.Unit, "", t => Send(HttpMethod.Post, Prefix, new RegisterInstrument(t.Id, Some.Record())))),
        new("GET /api/instruments/{instrumentId:guid}", One("path", Kind.Instrument, "Draft", t => Get($"{Prefix}/{t.Key}"))),
        new("PUT /api/instruments/{instrumentId:guid}",
            One("path", Kind.Instrument, "Draft", t => Send(HttpMethod.Put, $"{Prefix}/{t.Key}", new EditInstrument(Some.Record(t.Marker), t.Version))) with { WrongStates = ["Submitted", "Retired"] }),
        new("DELETE /api/instruments/{instrumentId:guid}",
            One("path", Kind.Instrument, "Draft", t => Send(HttpMethod.Delete, $"{Prefix}/{t.Key}?version={t.Version}")) with { WrongStates = NotDraft }),
        new("GET /api/instruments/{instrumentId:guid}/history", One("path", Kind.Instrument, "Draft", t => Get($"{Prefix}/{t.Key}/history"))),
        new("POST /api/instruments/{instrumentId:guid}/operating-status",
            One("path", Kind.Instrument, "Listed", t => Post($"{t.Key}/operating-status", new SetOperatingStatus(OperatingStatus.UnderRepair, "note", t.Version))) with { WrongStates = ["Retired"] }),
        new("POST /api/instruments/{instrumentId:guid}/retire",
            One("path", Kind.Instrument, "Listed", t => Post($"{t.Key}/retire", new RetireInstrument(t.Version, "scrapped"))) with { WrongStates = ["Draft", "Submitted", "Returned", "Retired"] }),
        new("POST /api/instruments/{instrumentId:guid}/return",
            One("path", Kind.Instrument, "Submitted", t => Post($"{t.Key}/return", new ReturnInstrument(t.Version, "wrong", "reason", [new ReviewRemark("model", "remark")]))) with { WrongStates = NotSubmitted }),
        new("POST /api/instruments/submit", Bulk(Kind.Instrument, "Draft", (t, own) => Post("submit", new SubmitInstruments(Items(t, own)))) with { WrongStates = ["Submitted", "Listed", "Retired"] }),
        new("POST /api/instruments/withdraw", Bulk(Kind.Instrument, "Submitted", (t, own) => Post("withdraw", new WithdrawInstruments(Items(t, own)))) with { WrongStates = NotSubmitted }),
        new("POST /api/instruments/approve", Bulk(Kind.Instrument, "Submitted", (t, own) => Post("approve", new ApproveInstruments(Items(t, own)))) with { WrongStates = NotSubmitted }),
        new("POST /api/instruments/operate",
            Bulk(Kind.Instrument, "Draft", (t, own) => Post("operate", new OperateInstruments(OperatingStatus.Idle, "note", Items(t, own)))) with { WrongStates = ["Retired"] }),
        new("POST /api/instruments/assign",
            Bulk(Kind.Instrument, "Draft", (t, own) => Post("assign", new AssignInstruments("Department", null, null, null, Items(t, own)))) with { WrongStates = ["Submitted", "Retired"] },
            Together(Style.One, "body", Kind.Carrier, Kind.Instrument, (t, own) => Post("assign", new AssignInstruments(null, null, null, null, Items(own, own), t.Id))) with { State = "Draft", WrongStates = ["Retired"] }),
        new("POST /api/instruments/export", One("body", Kind.Instrument, "Draft", t => Post("export", new ExportChosenInstruments("csv", [t.Id])))),
        new("GET /api/instruments/export",
            Rows(Kind.Instrument, $"{Prefix}/export?format=csv") with { Counted = false },
            Rows(Kind.Instrument, "query", Kind.Unit, t => $"{Prefix}/export?format=xlsx&unitId={t.Key}", (i, unit) => i.Owner.ToString() == unit.Key) with { Counted = false }),
        new("GET /api/instruments/inbox", Plain(HttpMethod.Get, $"{Prefix}/inbox") with { Listed = Kind.Instrument, Check = CountsOwnOnly }),
        new("GET /api/instruments/catalogue",
            Rows(Kind.Instrument, $"{Prefix}/catalogue?size=200") with { Public = IsPublic },
            Rows(Kind.Instrument, "query", Kind.Unit, t => $"{Prefix}/catalogue?size=200&unitId={t.Key}", (i, unit) => i.Owner.ToString() == unit.Key) with { Public = IsPublic },
            FirstRow(Kind.Instrument, "count", Kind.Nothing, _ => $"{Prefix}/catalogue?size=1", (_, _) => true) with { Public = IsPublic },
            new Probe(Style.Plain, "search", Kind.Instrument, t => Get($"{Prefix}/catalogue?size=200&q={t.Marker}")) { Public = IsPublic }),
        new("GET /api/instruments/catalogue/suggest", new Probe(Style.Plain, "search", Kind.Instrument, t => Get($"{Prefix}/catalogue/suggest?q={t.Marker[..5]}")) { Public = IsPublic }),
        new("GET /api/instruments/catalogue/{instrumentId:guid}",
            One("path", Kind.Instrument, "Listed", t => Get($"{Prefix}/catalogue/{t.Key}")) with { Public = IsPublic, WrongStates = ["Draft", "Submitted", "Returned", "Retired"] }),
        new("GET /api/instruments/fields", Plain(HttpMethod.Get, $"{Prefix}/fields")),
        // Every planted instrument belongs to the same department: which units' are counted is what matters.
        new("GET /api/instruments/departments", new Probe(Style.Plain, "query", Kind.Unit, t => Get($"{Prefix}/departments?unitId={t.Key}"))
        {
            Verdict = (inReach, departments) => departments.GetArrayLength() == (inReach ? 1 : 0) ? null : $"should {(inReach ? "tell the unit's departments" : "tell none")}",
        }),
        new("GET /api/instruments/classification", Plain(HttpMethod.Get, $"{Prefix}/classification")),
        // Every planted instrument's value lies below ten million yuan and above the smallest threshold.
        new("GET /api/instruments/duties/threshold-preview",
            Rows(Kind.Instrument, $"{Prefix}/duties/threshold-preview?thresholdFen=1000000000&size=200") with { Matches = (i, _) => i.State != "Retired", Check = CountsAffected, Counted = false }),
        .. CustomsDoors,
        .. UpkeepDoors,
        .. DutyDoors.All,
        .. CarrierDoors.All,
        .. AttachmentDoors,
        .. ImportDoors,
        .. AssetDoors,
    ];

    // The catalogue shows everybody what is listed, and the units that own it.
    static bool IsPublic(Target target) => target is { Kind: Kind.Instrument, State: "Listed" } or { Kind: Kind.Unit };

    // Each planted instrument came in free of duty long ago, and has a notice with its own id.
    static IEnumerable<Door> CustomsDoors =>
    [
        new("GET /api/instruments/customs", Rows(Kind.Instrument, $"{Prefix}/customs?size=200") with { Matches = (i, _) => i.State != "Retired" }),
        new("GET /api/instruments/customs/export", Rows(Kind.Instrument, $"{Prefix}/customs/export?format=csv") with { Matches = (i, _) => i.State != "Retired", Counted = false }),
        new("POST /api/instruments/customs/end", Bulk(Kind.Instrument, "Listed", (t, own) => Post("customs/end", new EndSupervision(Items(t, own)))) with { WrongStates = ["Submitted", "Retired"] }),
        new("GET /api/instruments/{instrumentId:guid}/customs", One("path", Kind.Instrument, "Draft", t => Get($"{Prefix}/{t.Key}/customs"))),
        new("POST /api/instruments/{instrumentId:guid}/customs-notices",
            One("path", Kind.Instrument, "Draft", t => Post($"{t.Key}/customs-notices", new EnterCustomsNotice(CustomsMatter.Moved, "N-1", new DateOnly(2019, 5, 1), null, "Street 2", null))) with { WrongStates = ["Retired"] }),
        new("POST /api/instruments/{instrumentId:guid}/customs-notices/{noticeId:guid}/strike",
            One("path", Kind.Instrument, "Draft", t => Post($"{t.Key}/customs-notices/{t.Key}/strike", new StrikeCustomsNotice("wrong number")))),
    ];

    // Each planted instrument was repaired once, under its own id; its fault is the instrument's marker.
    static IEnumerable<Door> UpkeepDoors =>
    [
        new("GET /api/instruments/{instrumentId:guid}/upkeep", One("path", Kind.Instrument, "Draft", t => Get($"{Prefix}/{t.Key}/upkeep"))),
        new("POST /api/instruments/{instrumentId:guid}/repairs",
            One("path", Kind.Instrument, "Draft", t => Post($"{t.Key}/repairs", new EnterRepair(Fixed, null))) with { WrongStates = ["Retired"] }),
        new("POST /api/instruments/{instrumentId:guid}/repairs/documents",
            One("path", Kind.Instrument, "Draft", t => new HttpRequestMessage(HttpMethod.Post, $"{Prefix}/{t.Key}/repairs/documents") { Content = Imports.Form(Files.Pdf, "bill.pdf") }) with { WrongStates = ["Retired"] }),
        new("PUT /api/instruments/{instrumentId:guid}/repairs/{repairId:guid}",
            One("path", Kind.Instrument, "Draft", t => Send(HttpMethod.Put, $"{Prefix}/{t.Key}/repairs/{t.Key}", new EditRepair(Fixed, true, 1))) with { WrongStates = ["Retired"] }),
        new("POST /api/instruments/{instrumentId:guid}/repairs/{repairId:guid}/strike",
            One("path", Kind.Instrument, "Draft", t => Post($"{t.Key}/repairs/{t.Key}/strike", new StrikeRepair("of another one", 1)))),
        new("GET /api/instruments/repairs",
            Rows(Kind.Instrument, $"{Prefix}/repairs?size=200"),
            Rows(Kind.Instrument, "query", Kind.Unit, t => $"{Prefix}/repairs?size=200&unitId={t.Key}", (i, unit) => i.Owner.ToString() == unit.Key),
            Rows(Kind.Instrument, "search", Kind.Instrument, t => $"{Prefix}/repairs?size=200&search={t.Marker}", (i, wanted) => i.Marker == wanted.Marker)),
        new("GET /api/instruments/repairs/export", Rows(Kind.Instrument, $"{Prefix}/repairs/export?format=csv") with { Counted = false }),
        new("GET /api/instruments/custodians", Rows(Kind.Account, $"{Prefix}/custodians") with { Counted = false }),
        new("POST /api/instruments/custodians",
            Bulk(Kind.Instrument, "Draft", (t, own) => Post("custodians", new AssignCustodians(CustodianChange.Replace, [], Items(t, own)))) with { WrongStates = ["Retired"] },
            Together(Style.One, "body", Kind.Account, Kind.Instrument, (t, own) => Post("custodians", new AssignCustodians(CustodianChange.Add, [t.Id], Items(own, own))))),
    ];

    static RepairFacts Fixed => new(new DateOnly(2020, 5, 4), new DateOnly(2020, 5, 8), "No vacuum", "New pump", "Maker", 120_000, null);

    // Each planted instrument has a photo with its own id.
    static IEnumerable<Door> AttachmentDoors =>
    [
        new("GET /api/instruments/{instrumentId:guid}/attachments", One("path", Kind.Instrument, "Draft", t => Get($"{Prefix}/{t.Key}/attachments"))),
        new("POST /api/instruments/{instrumentId:guid}/attachments",
            One("path", Kind.Instrument, "Draft", t => new HttpRequestMessage(HttpMethod.Post, $"{Prefix}/{t.Key}/attachments") { Content = Imports.Form(Files.Jpeg, "photo.jpg") }) with { WrongStates = ["Submitted", "Retired"] }),
        new("PUT /api/instruments/{instrumentId:guid}/attachments/{attachmentId:guid}",
            One("path", Kind.Instrument, "Draft", t => Send(HttpMethod.Put, $"{Prefix}/{t.Key}/attachments/{t.Key}", new EditAttachment(t.Marker, 0, 1))) with { WrongStates = ["Submitted", "Retired"] }),
        new("DELETE /api/instruments/{instrumentId:guid}/attachments/{attachmentId:guid}",
            One("path", Kind.Instrument, "Draft", t => Send(HttpMethod.Delete, $"{Prefix}/{t.Key}/attachments/{t.Key}?version=1")) with { WrongStates = ["Submitted", "Retired"] }),
        new("GET /api/instruments/{instrumentId:guid}/attachments/{attachmentId:guid}/content",
            One("path", Kind.Instrument, "Draft", t => Get($"{Prefix}/{t.Key}/attachments/{t.Key}/content"))),
        new("GET /api/instruments/catalogue/{instrumentId:guid}/photos/{photoId:guid}",
            One("path", Kind.Instrument, "Listed", t => Get($"{Prefix}/catalogue/{t.Key}/photos/{t.Key}")) with { Public = IsPublic, WrongStates = ["Draft", "Submitted", "Returned", "Retired"] }),
        new("GET /api/instruments/catalogue/{instrumentId:guid}/label-code",
            One("path", Kind.Instrument, "Listed", t => Get($"{Prefix}/catalogue/{t.Key}/label-code")) with { Public = IsPublic, WrongStates = ["Draft", "Submitted", "Returned", "Retired"] }),
    ];

    static IEnumerable<Door> ImportDoors =>
    [
        new("GET /api/instruments/imports", Rows(Kind.Import, $"{Prefix}/imports?size=200")),
        new("POST /api/instruments/imports",
            new Probe(Style.Plain, "file row", Kind.Unit, t => Upload("单位名称,仪器名称", $"{t.Marker},显微镜"))
            {
                Echoes = true,
                Verdict = (inReach, import) => import.GetProperty("counts").GetProperty(inReach ? "create" : "refuse").GetInt32() == 1 ? null : $"should {(inReach ? "create" : "refuse")} the row",
            }),
        new("GET /api/instruments/imports/template", Rows(Kind.Instrument, $"{Prefix}/imports/template") with { Matches = (i, _) => i.State != "Retired", OwnOnly = true, Counted = false }),
        new("GET /api/instruments/imports/{importId:guid}", One("path", Kind.Import, "Ready", t => Get($"{Prefix}/imports/{t.Key}"))),
        new("GET /api/instruments/imports/{importId:guid}/rows", One("path", Kind.Import, "Ready", t => Get($"{Prefix}/imports/{t.Key}/rows"))),
        new("GET /api/instruments/imports/{importId:guid}/faults-file", One("path", Kind.Import, "Ready", t => Get($"{Prefix}/imports/{t.Key}/faults-file"))),
        new("PUT /api/instruments/imports/{importId:guid}/mapping",
            One("path", Kind.Import, "Ready", t => Send(HttpMethod.Put, $"{Prefix}/imports/{t.Key}/mapping", new MapImportColumns("", 1, 1, [], null, null, t.Version))) with { WrongStates = ["Done"] },
            Together(Style.One, "body", Kind.Unit, Kind.Import, (t, import) => Send(HttpMethod.Put, $"{Prefix}/imports/{import.Key}/mapping", new MapImportColumns("", 1, 1, [], t.Id, null, import.Version)))),
        new("PUT /api/instruments/imports/{importId:guid}/rows/{number:int}",
            One("path", Kind.Import, "Ready", t => Send(HttpMethod.Put, $"{Prefix}/imports/{t.Key}/rows/2", new MendImportRow(new Dictionary<string, string>(StringComparer.Ordinal), Skip: true, t.Version)))
                with { WrongStates = ["Done"] },
            Together(Style.Plain, "import row", Kind.Unit, Kind.Import, (t, import) => Send(HttpMethod.Put, $"{Prefix}/imports/{import.Key}/rows/2",
                new MendImportRow(new Dictionary<string, string>(StringComparer.Ordinal) { ["unitName"] = t.Marker }, Skip: false, import.Version))) with
            {
                Echoes = true,
                Verdict = (inReach, mended) => mended.GetProperty("row").GetProperty("outcome").GetString() == (inReach ? "create" : "refuse") ? null : $"should {(inReach ? "create" : "refuse")} the row",
            }),
        new("POST /api/instruments/imports/{importId:guid}/commit",
            One("path", Kind.Import, "Ready", t => Post($"imports/{t.Key}/commit", new CommitImport(CommitMode.Clean, t.Version))) with { WrongStates = ["Done"] }),
        new("POST /api/instruments/imports/{importId:guid}/cancel", One("path", Kind.Import, "Ready", t => Send(HttpMethod.Post, $"{Prefix}/imports/{t.Key}/cancel"))),
        new("DELETE /api/instruments/imports/{importId:guid}", One("path", Kind.Import, "Ready", t => Send(HttpMethod.Delete, $"{Prefix}/imports/{t.Key}")) with { WrongStates = ["Done"] }),
    ];

    static IEnumerable<Door> AssetDoors =>
    [
        new("POST /api/instruments/assets/packages", One("query", Kind.Unit, "", t =>
            new HttpRequestMessage(HttpMethod.Post, $"{Prefix}/assets/packages?unitId={t.Key}") { Content = Imports.Form(Assets.List(Assets.Card("K1", "显微镜", 500_000)), "cards.csv") })),
        // Each planted package holds one card, which stands for no instrument.
        new("GET /api/instruments/assets/packages",
            Rows(Kind.AssetPackage, $"{Prefix}/assets/packages?size=200") with { Counted = false },
            Rows(Kind.AssetPackage, "query", Kind.Unit, t => $"{Prefix}/assets/packages?size=200&unitId={t.Key}", (p, unit) => p.Owner.ToString() == unit.Key) with { Counted = false }),
        new("GET /api/instruments/assets/packages/{packageId:guid}", One("path", Kind.AssetPackage, "Compared", t => Get($"{Prefix}/assets/packages/{t.Key}"))),
        new("GET /api/instruments/assets/packages/{packageId:guid}/findings", One("path", Kind.AssetPackage, "Taken", t => Get($"{Prefix}/assets/packages/{t.Key}/findings"))),
        new("POST /api/instruments/assets/findings/settle",
            Bulk(Kind.AssetFinding, "Open", (t, own) => Post("assets/findings/settle", new SettleAssetFindings(FindingAction.Dismiss, [.. Both(t, own).Select(f => new SettledItem(f.Id, f.Version))], "note")))
                with { WrongStates = ["Done"], MissingCode = "finding.not-found" }),
        new("POST /api/instruments/assets/findings/reopen",
            Bulk(Kind.AssetFinding, "Done", (t, own) => Post("assets/findings/reopen", new ReopenAssetFindings([.. Both(t, own).Select(f => new FindingVersion(f.Id, f.Version))])))
                with { WrongStates = ["Open"], MissingCode = "finding.not-found" }),
        // After these two: what is open in a unit's other packages is superseded by it.
        new("POST /api/instruments/assets/packages/{packageId:guid}/take-over",
            One("path", Kind.AssetPackage, "Compared", t => Post($"assets/packages/{t.Key}/take-over", new TakeOverAssetPackage(t.Version))) with { WrongStates = ["Taken"] }),
        new("DELETE /api/instruments/assets/packages/{packageId:guid}",
            One("path", Kind.AssetPackage, "Compared", t => Send(HttpMethod.Delete, $"{Prefix}/assets/packages/{t.Key}?version={t.Version}")) with { WrongStates = ["Taken"] }),
        new("GET /api/instruments/assets/cards",
            Rows(Kind.AssetCard, $"{Prefix}/assets/cards?size=200"),
            Rows(Kind.AssetCard, "query", Kind.Unit, t => $"{Prefix}/assets/cards?size=200&unitId={t.Key}", (c, unit) => c.Owner.ToString() == unit.Key)),
        // The world is no demo.
        new("GET /api/instruments/assets/demo-package", Plain(HttpMethod.Get, $"{Prefix}/assets/demo-package") with { Success = 404 }),
    ];

    static IEnumerable<Target> Both(Target target, Target own) => new[] { target, own }.Distinct();

    static HttpRequestMessage Upload(params string[] lines) => new(HttpMethod.Post, $"{Prefix}/imports") { Content = Imports.Form(Imports.Csv(lines), "list.csv") };

    static HttpRequestMessage Post(string address, object body) => Send(HttpMethod.Post, $"{Prefix}/{address}", body);

    static IReadOnlyList<InstrumentVersion> Items(Target target, Target own) =>
        [.. new[] { target, own }.Distinct().Select(t => new InstrumentVersion(t.Id, t.Version))];

    static string? CountsAffected(JsonElement preview, IReadOnlyList<Target> own)
    {
        var told = (preview.GetProperty("affected").GetProperty("total").GetInt32(), preview.GetProperty("byUnit").EnumerateArray().Sum(unit => unit.GetProperty("instruments").GetInt32()));
        return told == (own.Count, own.Count) ? null : $"counts {told} where {own.Count} are in reach";
    }

    static string? CountsOwnOnly(JsonElement inbox, IReadOnlyList<Target> own)
    {
        var told = (inbox.GetProperty("total").GetInt32(), inbox.GetProperty("units").GetInt32(), inbox.GetProperty("listed").GetInt32());
        var real = (own.Count, own.Select(i => i.Owner).Distinct().Count(), own.Count(i => i.State == "Listed"));
        return told == real ? null : $"counts {told} where {real} are in reach";
    }
}
