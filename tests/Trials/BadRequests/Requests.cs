using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Modular.Shared.Sheets;

namespace Modular.Tests.Trials.BadRequests;

/// <summary>Turns an operation into a request that is right in nearly everything and wrong in something.</summary>
sealed class Requests(Values values, Finds finds)
{
    static readonly string[] MediaTypes = ["text/plain", "application/xml", "application/json; charset=utf-16", "application/json; charset=nonsense", "multipart/form-data", "application/x-www-form-urlencoded", "*/*", "application/problem+json"];
    static readonly string[] FileNames = ["list.xlsx", "list.csv", "list.xls", "photo.png", "", "../../x.xlsx", "a\\b.xlsx", "con.xlsx", "x.exe", "名单.xlsx", ".xlsx", "a.xlsx.", new('n', 300), "x\u202Eslx.exe"];

    static readonly byte[][] Contents = [Workbook(), Files.Png, Files.Jpeg, Files.Pdf, Files.Office("xl/workbook.xml"), "名称,型号,原值\r\n显微镜,X1,60万\r\n"u8.ToArray(), [], [0], "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:9/\"><a/>"u8.ToArray()];

    public HttpRequestMessage Make(ApiOperation operation, Random dice)
    {
        // One in four is as right as the document allows, so that there is something to find; in the others the fault is in one of the slots.
        var slot = dice.Next(4) == 0 ? -1 : dice.Next(7);
        var request = new HttpRequestMessage(operation.Method, new Uri($"http://localhost{Path(operation, slot, dice)}{Query(operation, slot, dice)}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (operation.Form is not null) request.Content = Form(slot, dice);
        else if (operation.Json is { } shape) request.Content = Json(shape, slot, dice);
        else if (slot == 4 && !operation.Reads) request.Content = new ByteArrayContent("{}"u8.ToArray());
        if (dice.Next(10) == 0) request.Headers.TryAddWithoutValidation("Idempotency-Key", dice.Next(2) == 0 ? Guid.NewGuid().ToString() : Header(dice));
        if (slot == 5) request.Headers.TryAddWithoutValidation(new[] { "Accept-Language", "Accept", "If-None-Match", "If-Modified-Since", "Range", "Authorization", "X-Api-Key", "X-Forwarded-For", "Accept-Encoding" }[dice.Next(9)], Header(dice));
        return request;
    }

    string Path(ApiOperation operation, int slot, Random dice)
    {
        var path = operation.Path;
        var first = true;
        foreach (var parameter in operation.Parameters.Where(p => p.InPath))
        {
            var value = slot == 0 && dice.Next(2) == 0 ? Escaped(dice)
                : parameter.Schema["type"]?.ToString() is "integer" ? $"{dice.Next(-1, 40)}"
                : parameter.Schema["format"]?.ToString() is "uuid" ? finds.Of(first ? operation.Collection : operation.Path[..operation.Path.IndexOf($"/{{{parameter.Name}}}", StringComparison.Ordinal)], dice)
                : Uri.EscapeDataString(values.Of(parameter.Schema, dice, parameter.Name)?.ToString() ?? "x");
            path = path.Replace($"{{{parameter.Name}}}", value, StringComparison.Ordinal);
            first = false;
        }

        return path;
    }

    string Query(ApiOperation operation, int slot, Random dice)
    {
        var query = new StringBuilder();
        foreach (var parameter in operation.Parameters.Where(p => !p.InPath && (slot == 1 || dice.Next(3) > 0)))
        {
            for (var times = slot == 1 && dice.Next(8) == 0 ? 2 : 1; times > 0; times--)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(slot == 1 && dice.Next(10) == 0 ? $"{parameter.Name}[]" : parameter.Name).Append('=')
                    .Append(slot == 1 && dice.Next(2) == 0 ? Escaped(dice) : Uri.EscapeDataString(values.Of(parameter.Schema, dice, parameter.Name)?.ToString() ?? ""));
            }
        }

        return query.ToString();
    }

    ByteArrayContent Json(JsonNode shape, int slot, Random dice)
    {
        var body = values.Of(shape, dice, faithful: dice.Next(2) == 0);
        if (slot is 2 or 6) body = Values.Spoil(body, dice);
        var bytes = Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null");
        if (slot == 3) bytes = Values.Tear(bytes, dice);
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", slot == 4 ? MediaTypes[dice.Next(MediaTypes.Length)] : "application/json");
        return content;
    }

    static HttpContent Form(int slot, Random dice)
    {
        var file = Contents[dice.Next(slot < 0 ? 1 : Contents.Length)];
        if (slot == 3) file = Values.Tear(file, dice);
        var form = new MultipartFormDataContent(slot == 4 ? "a b" : $"b{dice.Next()}");
        for (var times = slot == 2 ? dice.Next(3) : 1; times > 0; times--)
        {
            var part = new ByteArrayContent(file);
            part.Headers.TryAddWithoutValidation("Content-Type", slot == 6 ? Header(dice) : "application/octet-stream");
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{(slot == 2 && dice.Next(2) == 0 ? "other" : "file")}\"; filename=\"{(slot < 0 ? "list.xlsx" : FileNames[dice.Next(FileNames.Length)])}\"");
            form.Add(part);
        }

        if (dice.Next(2) == 0) form.Add(new StringContent(slot == 6 ? Values.BadText(dice) : "photo"), "kind");
        if (slot == 4 && dice.Next(2) == 0) form.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data");
        return form;
    }

    // Bytes that are no UTF-8, half an escape, an escaped NUL: as they come from outside, past what a well-behaved client would send.
    static string Escaped(Random dice) => dice.Next(6) switch
    {
        0 => new[] { "%00", "%ff%fe", "%c0%af", "%", "%zz", "%u0041", "..%2f..%2f", "%2e%2e", "a%20b", "%0d%0aX:1", "%ed%a0%80" }[dice.Next(11)],
        _ => Uri.EscapeDataString(Values.BadText(dice)) is var text && text.Length > 3000 ? text[..3000] : text,
    };

    static string Header(Random dice) => Values.BadText(dice) is var text && text.Length > 500 ? text[..500] : text.Replace("\r\n", " ", StringComparison.Ordinal);

    static byte[] Workbook()
    {
        var written = new MemoryStream();
        object?[][] rows = [.. Enumerable.Range(0, 5).Select(i => new object?[] { $"显微镜{i}", "X1", 600_000m, new DateOnly(2019, 5, 1) })];
        SheetWriter.WriteXlsx(written, [SheetContent.Of("表", [new("仪器名称"), new("规格型号"), new("原值（元）", SheetColumnFormat.Money), new("建账日期", SheetColumnFormat.Date)], rows)], CancellationToken.None).GetAwaiter().GetResult();
        return written.ToArray();
    }
}
