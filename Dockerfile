FROM node:22-slim AS client
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY client/package.json client/
RUN npm ci
COPY client client
RUN npm run build --workspace=client

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS host
WORKDIR /build
COPY Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY src src
RUN dotnet publish src/Host --configuration Release --output /app -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=host /app .
COPY --from=client /build/client/dist client/dist
RUN mkdir /data && chown $APP_UID /data
ENV HOST=* PORT=8080 DATA_DIR=/data Spa__Root=/app/client/dist
USER $APP_UID
VOLUME /data
EXPOSE 8080
# The image has no curl: the host asks itself.
HEALTHCHECK --start-period=30s CMD ["dotnet", "Modular.Host.dll", "--healthcheck"]
ENTRYPOINT ["dotnet", "Modular.Host.dll"]
