{{/* Labels of everything of one part: (dict "root" $ "name" "scoring") */}}
{{- define "lingpao.labels" -}}
{{ include "lingpao.selector" . }}
app.kubernetes.io/part-of: lingpao
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "lingpao.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{/* Kubernetes name of a part: <release>-<service> */}}
{{- define "lingpao.name" -}}
{{- printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{- define "lingpao.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "lingpao.mongodbSecret" -}}
{{ .Values.mongodb.existingSecret | default (printf "%s-mongodb" .Release.Name) }}
{{- end }}

{{- define "lingpao.podSecurity" -}}
runAsNonRoot: true
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "lingpao.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* Pod of a service: (dict "root" $ "name" name "service" values merged with the defaults) */}}
{{- define "lingpao.pod" -}}
{{- $management := .service.managementPort | default .service.port -}}
metadata:
  labels:
    {{- include "lingpao.labels" . | nindent 4 }}
  annotations:
    prometheus.io/scrape: "true"
    prometheus.io/path: /actuator/prometheus
    prometheus.io/port: {{ $management | quote }}
spec:
  serviceAccountName: {{ .root.Release.Name }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: 45
  securityContext:
    {{- include "lingpao.podSecurity" .root | nindent 4 }}
    runAsUser: 10001
    runAsGroup: 10001
    fsGroup: 10001
  {{- with .root.Values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "lingpao.selector" . | nindent 10 }}
  containers:
    - name: {{ .name }}
      image: {{ include "lingpao.image" .root }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      args: [{{ .name }}]
      ports:
        - name: http
          containerPort: {{ .service.port }}
        {{- if .service.managementPort }}
        - name: management
          containerPort: {{ .service.managementPort }}
        {{- end }}
      env:
        {{- include "lingpao.env" . | nindent 8 }}
      startupProbe:
        httpGet: {path: /actuator/health/liveness, port: {{ $management }}}
        periodSeconds: 3
        failureThreshold: 60
      livenessProbe:
        httpGet: {path: /actuator/health/liveness, port: {{ $management }}}
        periodSeconds: 10
        timeoutSeconds: 3
      readinessProbe:
        httpGet: {path: /actuator/health/readiness, port: {{ $management }}}
        periodSeconds: 5
        timeoutSeconds: 3
      resources:
        {{- toYaml .service.resources | nindent 8 }}
      securityContext:
        {{- include "lingpao.containerSecurity" .root | nindent 8 }}
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        {{- if .service.state }}
        - name: state
          mountPath: /data
        {{- end }}
  volumes:
    - name: tmp
      emptyDir: {}
{{- end }}

{{- define "lingpao.env" -}}
{{- $root := .root -}}
{{- if ne .name "gateway" }}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ $root.Values.kafka.bootstrapServers | quote }}
- name: MONGODB_URI
  valueFrom:
    secretKeyRef:
      name: {{ include "lingpao.mongodbSecret" $root }}
      key: {{ $root.Values.mongodb.secretKey }}
{{- end }}
- name: ISSUER_URI
  value: {{ $root.Values.issuer.uri | quote }}
{{- with $root.Values.issuer.jwkSetUri }}
- name: SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI
  value: {{ . | quote }}
{{- end }}
{{- with .service.client }}
{{- if hasKey ($.service.env | default dict) .variable }}
{{- fail (printf "%s is a secret: give services.%s.client, not env" .variable $.name) }}
{{- end }}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret | default (printf "%s-%s-client" $root.Release.Name $.name) }}
      key: {{ .secretKey }}
{{- end }}
{{- if .service.state }}
- name: LINGPAO_DATA
  value: /data
{{- end }}
{{- if .service.managementPort }}
- name: GATEWAY_MANAGEMENT_PORT
  value: {{ .service.managementPort | quote }}
{{- end }}
{{- if and (eq .name "gateway") $root.Values.ingress.enabled }}
- name: GATEWAY_FORWARD_HEADERS
  value: native
- name: GATEWAY_TRUSTED_PROXIES
  value: {{ $root.Values.ingress.trustedProxies | quote }}
{{- end }}
{{- if .service.callsOthers }}
{{- range $other, $values := $root.Values.services }}
{{- if ne $other "gateway" }}
- name: {{ $other | upper | replace "-" "_" }}_URL
  value: http://{{ include "lingpao.name" (dict "root" $root "name" $other) }}:{{ $values.port }}
{{- end }}
{{- end }}
{{- end }}
- name: {{ .name | upper | replace "-" "_" }}_PORT
  value: {{ .service.port | quote }}
{{- range $key, $value := merge (dict) (.service.env | default dict) $root.Values.defaults.env }}
- name: {{ $key }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
