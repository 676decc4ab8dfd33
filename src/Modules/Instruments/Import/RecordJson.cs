using System.Text.Json;
using System.Text.Json.Serialization;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>A record as an import keeps it: what is empty is left out, so that a hundred thousand of them stay small.</summary>
internal static class RecordJson
{
    static readonly JsonSerializerOptions Compact = new(JsonShape.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(InstrumentRecord record) => JsonSerializer.Serialize(record, Compact);

    public static InstrumentRecord Read(string json) => JsonSerializer.Deserialize<InstrumentRecord>(json, Compact)!;
}
