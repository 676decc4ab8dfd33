using System.Net.Http.Json;
using Modular.Instruments;
using Modular.Shared;
using Xunit;

namespace Modular.Tests;

internal static class Attachments
{
    public static string Of(Guid instrument) => $"/api/instruments/{instrument}/attachments";

    public static async Task<AttachmentRow> Attached(this Client client, Guid instrument, byte[] file, string name = "photo.jpg", string? caption = null)
    {
        var form = Imports.Form(file, name);
        if (caption is not null) form.Add(new StringContent(caption), "caption");
        using var answer = await client.Send(HttpMethod.Post, Of(instrument), form);
        if (!answer.IsSuccessStatusCode) throw await Refusal.Read(answer);
        return (await answer.Content.ReadFromJsonAsync<AttachmentRow>(JsonShape.Options, TestContext.Current.CancellationToken))!;
    }
}
