using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Shared;

namespace Modular.Tests.Trials.BadRequests;

/// <summary>Makes bodies by their shape, from values that mean something here, and spoils them.</summary>
sealed class Values(ApiShapes shapes, Finds finds)
{
    static readonly Dictionary<string, List<JsonNode>> Meaningful = Collect(
        Some.Instrument(), Some.UnitFacts(), Some.Decision, Some.Integrity(Guid.Empty), Some.Affiliation(null, Some.CreditCode()),
        new { password = App.Password, currentPassword = App.Password, newPassword = "Other#Horse8", roles = new[] { "liaison" }, userName = "person1", email = "a@example.org", action = "approve", preset = "alxa-2016", key = "dutyThreshold" });

    static readonly string[] Texts =
    [
        "", " ", "\0", "a\0b", "\uFFFF", "\uFEFF", "\u202Eabc", "𠀀𠀁", "👩‍👩‍👧‍👦", "a\u0301", "ﷺ", "＝１＋１", "'", "\"", "'; drop table instruments; --", "%", "_", "%_[", "\\", "\\%", "*", "a*", "(", "[", "{0}", "{{", "$1", "<script>alert(1)</script>", "../../etc/passwd",
        "true", "null", "0", "-1", "1e400", "NaN", "Infinity", "2147483648", "9223372036854775808", "-9223372036854775809", "0x10", "1,5", "１２", "٣", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "2026-13-01", "2026-01-01T00:00:00Z", "2026-01-01T99:00:00+99:00",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "not-a-guid", "name", "-name", "--name", "name,id", "id desc", "Id; select 1", "-", "+", ",", "createdAt", "1", "xlsx", "pdf", "..", "/", "%2e%2e", "\r\nX-Injected: 1", "\t", "=cmd|' /C calc'!A0",
    ];

    static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "1.5", "1e2", "1e-7", "1e400", "-1e400", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "79228162514264337593543950335", "79228162514264337593543950336", "0.1234567890123456789012345678901234567890",
    ];

    /// <summary>A value of the shape; a faithful one says what a person would who knows the field.</summary>
    public JsonNode? Of(JsonNode schema, Random dice, string? name = null, int depth = 0, bool faithful = false)
    {
        schema = shapes.Resolve(schema, dice);
        if (name is not null && (faithful || dice.Next(4) > 0) && Meaningful.TryGetValue(name, out var known)) return known[dice.Next(known.Count)].DeepClone();
        if (schema["enum"] is JsonArray { Count: > 0 } names) return names[dice.Next(names.Count)]?.DeepClone();
        var type = schema["type"] is JsonArray types ? types[faithful ? types.Count - 1 : dice.Next(types.Count)]!.GetValue<string>() : schema["type"]?.GetValue<string>();
        switch (type)
        {
            case "object" when depth < 6:
                var made = new JsonObject();
                foreach (var (key, value) in schema["properties"]?.AsObject() ?? []) made[key] = Of(value!, dice, key, depth + 1, faithful);
                if (schema["additionalProperties"] is JsonObject values) made["nameZh"] = Of(values, dice, null, depth + 1, faithful);
                return made;
            case "array" when depth < 6:
                return new JsonArray([.. Enumerable.Range(0, dice.Next(4)).Select(_ => Of(schema["items"]!, dice, null, depth + 1, faithful))]);
            case "integer":
                return name == "version" ? finds.Version(dice) : dice.Next(10);
            case "number":
                return dice.NextDouble() * 100;
            case "boolean":
                return dice.Next(2) == 0;
            case "null":
                return null;
            default:
                return schema["format"]?.GetValue<string>() switch
                {
                    "uuid" => finds.Any(dice).ToString(),
                    "date" => new DateOnly(2000, 1, 1).AddDays(dice.Next(15_000)).ToString("O", CultureInfo.InvariantCulture),
                    "date-time" => DateTimeOffset.UnixEpoch.AddDays(dice.Next(30_000)).ToString("O", CultureInfo.InvariantCulture),
                    _ => $"text {dice.Next(100)}",
                };
        }
    }

    /// <summary>Anything but what was asked for.</summary>
    public static JsonNode? Bad(Random dice) => dice.Next(12) switch
    {
        0 => null,
        1 => JsonNode.Parse("[]"),
        2 => JsonNode.Parse("{}"),
        3 => dice.Next(2) == 0,
        4 or 5 => JsonNode.Parse(Numbers[dice.Next(Numbers.Length)]),
        6 => Nested(dice.Next(2, 60), dice),
        7 => new string((char)dice.Next(0x20, 0xD000), 1 << dice.Next(4, 16)),
        8 => new JsonArray([.. Enumerable.Range(0, dice.Next(1, 400)).Select(i => (JsonNode)i)]),
        _ => Texts[dice.Next(Texts.Length)],
    };

    public static string BadText(Random dice) => dice.Next(8) == 0 ? new string((char)dice.Next(0x20, 0xD000), 1 << dice.Next(2, 12)) : Texts[dice.Next(Texts.Length)];

    /// <summary>Up to three places of a body spoilt.</summary>
    public static JsonNode? Spoil(JsonNode? body, Random dice)
    {
        for (var times = dice.Next(1, 4); times > 0; times--)
        {
            var places = Places(body).ToList();
            if (places.Count == 0) return Bad(dice);
            var (parent, key) = places[dice.Next(places.Count)];
            switch (parent, dice.Next(6))
            {
                case (JsonObject of, 0): of.Remove((string)key); break;
                case (JsonObject of, 1): of[$"{key}{dice.Next(9)}"] = Bad(dice); break;
                case (JsonObject of, _): of[(string)key] = Bad(dice); break;
                case (JsonArray of, 0): of.Add(of[(int)key]?.DeepClone()); break;
                case (JsonArray of, _): of[(int)key] = Bad(dice); break;
            }
        }

        return body;
    }

    /// <summary>A body that is not even JSON any more, most of the time.</summary>
    public static byte[] Tear(byte[] body, Random dice)
    {
        var text = body.ToList();
        switch (dice.Next(9))
        {
            case 0: text.RemoveRange(dice.Next(text.Count + 1) is var at && at < text.Count ? at : 0, text.Count - (at < text.Count ? at : 0)); break;
            case 1: text.Insert(dice.Next(text.Count + 1), 0xFF); break;
            case 2: text.InsertRange(0, [0xEF, 0xBB, 0xBF]); break;
            case 3: return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body));
            case 4: return [.. Encoding.UTF8.GetBytes(new string('[', dice.Next(10, 5000)))];
            case 5: text.InsertRange(dice.Next(text.Count + 1), "\\uD800"u8.ToArray()); break;
            case 6: text.AddRange(body); break;
            case 7: text.InsertRange(dice.Next(text.Count + 1), "/* */,"u8.ToArray()); break;
            default: text.Clear(); break;
        }

        return [.. text];
    }

    static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) => node switch
    {
        JsonObject of => of.ToList().SelectMany(pair => Places(pair.Value).Prepend((of, pair.Key))),
        JsonArray of => Enumerable.Range(0, of.Count).SelectMany(i => Places(of[i]).Prepend((of, (object)i))),
        _ => [],
    };

    static JsonNode Nested(int depth, Random dice)
    {
        JsonNode made = "x";
        for (var level = 0; level < depth; level++) made = dice.Next(2) == 0 ? new JsonArray(made) : new JsonObject { ["a"] = made };
        return made;
    }

    static Dictionary<string, List<JsonNode>> Collect(params object[] examples)
    {
        var found = new Dictionary<string, List<JsonNode>>(StringComparer.Ordinal);
        foreach (var example in examples) Walk(JsonSerializer.SerializeToNode(example, example.GetType(), JsonShape.Options));
        return found;

        void Walk(JsonNode? node)
        {
            if (node is not JsonObject of) return;
            foreach (var (key, value) in of)
            {
                if (value is null) continue;
                if (!found.TryGetValue(key, out var values)) found[key] = values = [];
                values.Add(value.DeepClone());
                Walk(value);
            }
        }
    }
}
